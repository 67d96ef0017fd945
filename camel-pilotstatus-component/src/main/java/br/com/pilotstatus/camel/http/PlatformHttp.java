/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.EmbeddedHttpService;
import org.apache.camel.spi.RestConsumerFactory;
import org.apache.camel.support.PluginHelper;

/**
 * What differs between the engines behind platform-http. Knows them by name, since none of them needs to be on the
 * classpath.
 */
final class PlatformHttp {

    private static final String PACKAGE = "org.apache.camel.component.platform.http.";
    private static final String ROUTER = "platform-http-router-";

    private final CamelContext context;

    PlatformHttp(CamelContext context) {
        this.context = context;
    }

    static boolean isServedBy(RestConsumerFactory factory) {
        return factory.getClass().getName().equals(PACKAGE + "PlatformHttpComponent");
    }

    static boolean serves(Consumer consumer) {
        return consumer.getEndpoint().getClass().getName().equals(PACKAGE + "PlatformHttpEndpoint");
    }

    /** Fails when no server is there to receive events. */
    void requireServer() {
        if (engineIsOf("vertx") && engine() instanceof EmbeddedHttpService server) {
            requireRouter(server.getServerPort());
        } else if (engineIsOf("springboot")) {
            requireServlets();
        }
    }

    /** What stands before the bodies of requests; null for an engine where nobody can. */
    GateService gate(Consumer consumer, RequestGate gate) {
        if (engineIsOf("vertx") && engine() instanceof EmbeddedHttpService server) {
            return new VertxGate(router(server.getServerPort()), PlatformHttpPaths.of(consumer), gate);
        }
        return ServedPaths.of(context).service(consumer, gate);
    }

    private Object router(int port) {
        Object router = context.getRegistry().lookupByName(ROUTER + port);
        // Named before the system chose its port.
        return router == null ? context.getRegistry().lookupByName(ROUTER + 0) : router;
    }

    private void requireRouter(int port) {
        Object router = router(port);
        if (router == null) {
            throw new IllegalStateException(
                    "No HTTP server is running to receive events; with Camel Main set camel.server.enabled=true");
        }
        // The engine takes the router of the management server when there is no other.
        if ("management".equals(property(router, "serverType"))) {
            throw new IllegalStateException(
                    "Only the management server is running, which is no place to receive events;"
                            + " with Camel Main set camel.server.enabled=true");
        }
    }

    // The engine of Spring Boot is there without a web server, too, and then serves nothing.
    private void requireServlets() {
        Object application = property(context, "applicationContext");
        if (application != null && property(application, "servletContext") == null) {
            throw new IllegalStateException(
                    "The application has no servlet web server to receive events; add"
                            + " spring-boot-starter-web, and do not set spring.main.web-application-type to anything but servlet");
        }
    }

    private Object property(Object bean, String name) {
        return PluginHelper.getBeanIntrospection(context).getOrElseProperty(bean, name, null, false);
    }

    /** Options of the consumer that make the engine hand over the exact bytes of a body. */
    Map<String, Object> parameters() {
        // Spring Boot's engine decodes bodies into characters unless it streams. The others give the bytes as they are.
        return engineIsOf("springboot") ? Map.of("useStreaming", "true") : Map.of();
    }

    private boolean engineIsOf(String runtime) {
        Object engine = engine();
        return engine != null && engine.getClass().getName().startsWith(PACKAGE + runtime + ".");
    }

    private Object engine() {
        return context.getRegistry().lookupByName("platform-http-engine");
    }
}
