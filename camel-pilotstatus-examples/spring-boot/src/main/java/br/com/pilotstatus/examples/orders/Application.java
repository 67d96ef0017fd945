/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An order service that tells its customers by WhatsApp. */
@SpringBootApplication
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
