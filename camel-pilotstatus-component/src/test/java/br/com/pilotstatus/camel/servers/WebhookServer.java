/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** An application on one of the HTTP servers that Camel runs on. */
interface WebhookServer extends AutoCloseable {

    /** Starts the application with these routes. */
    void start(RouteBuilder routes) throws Exception;

    CamelContext context();

    int port();

    /** Whether it speaks TLS, with the certificate of the tests. */
    default boolean isSecure() {
        return false;
    }

    /** What another route on the same port begins with. */
    String otherConsumer(String path);

    @Override
    void close();
}
