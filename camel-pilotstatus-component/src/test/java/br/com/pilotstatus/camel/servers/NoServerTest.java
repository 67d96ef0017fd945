/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.support.GenericApplicationContext;

/** Applications that have no place to receive events say so when they start. */
class NoServerTest {

    private static final RouteBuilder ROUTES = new RouteBuilder() {
        @Override
        public void configure() {
            from(EventRoutes.consumer("/hook")).to("log:events");
        }
    };

    @Test
    void camelMainWithoutServerFails() {
        assertThatThrownBy(() -> start("camel.main.name", "bare"))
                .hasStackTraceContaining("No HTTP server is running to receive events")
                .hasStackTraceContaining("camel.server.enabled=true");
    }

    @Test
    void camelMainWithNothingButTheManagementServerFails() {
        assertThatThrownBy(() -> start("camel.management.enabled", "true", "camel.management.port", "0"))
                .hasStackTraceContaining("Only the management server is running")
                .hasStackTraceContaining("camel.server.enabled=true");
    }

    @Test
    void aServerWithoutPortFails() {
        assertThatThrownBy(() -> start("camel.rest.component", "netty-http"))
                .hasStackTraceContaining("The HTTP server netty-http needs a port")
                .hasStackTraceContaining("camel.rest.port=8080");
    }

    @Test
    void springBootWithoutWebServerFails() {
        SpringApplication boot = new SpringApplication(BootServer.Application.class);
        boot.setWebApplicationType(WebApplicationType.NONE);
        boot.setRegisterShutdownHook(false);
        boot.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("routes", RouteBuilder.class, () -> ROUTES));

        assertThatThrownBy(() -> boot.run("--spring.main.banner-mode=off", "--camel.main.jmx-enabled=false"))
                .hasStackTraceContaining("The application has no servlet web server")
                .hasStackTraceContaining("spring-boot-starter-web");
    }

    private static void start(String... properties) {
        Main main = new Main();
        main.setPropertyPlaceholderLocations("false");
        for (int i = 0; i < properties.length; i += 2) {
            main.addInitialProperty(properties[i], properties[i + 1]);
        }
        main.configure().addRoutesBuilder(ROUTES);
        try {
            main.start();
        } finally {
            main.stop();
        }
    }
}
