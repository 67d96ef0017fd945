/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import java.util.Arrays;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot application in one call, to be run by classes of any loader: counts its beans of a package. */
public class IsolatedBoot implements Function<String, Long> {

    @BootTestApplication
    static class Application {}

    @Override
    public Long apply(String packageName) {
        SpringApplication boot = new SpringApplication(Application.class);
        boot.setWebApplicationType(WebApplicationType.NONE);
        boot.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext application = boot.run("--spring.main.banner-mode=off")) {
            return Arrays.stream(application.getBeanDefinitionNames())
                    .filter(name -> name.startsWith(packageName) && !name.contains("Isolated"))
                    .count();
        }
    }
}
