/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import static org.apache.camel.component.platform.http.PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME;
import static org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME;
import static org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO;
import static org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter.SERVER_TYPE_MANAGEMENT;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Service;
import org.apache.camel.spi.EmbeddedHttpService;
import org.apache.camel.support.PluginHelper;

/**
 * What differs between the engines behind platform-http. Of those it knows names only, since none of them needs to be on the
 * class path.
 */
final class PlatformHttp {

    private final CamelContext context;

    PlatformHttp(CamelContext context) {
        this.context = context;
    }

    /** Fails when no server is there to receive events. */
    void requireServer() {
        if (HttpServer.VERTX.has(engine()) && engine() instanceof EmbeddedHttpService server) {
            requireRouter(server.getServerPort());
        } else if (HttpServer.SPRING_BOOT.has(engine())) {
            requireServlets();
        }
    }

    /** What stands before the bodies of requests; null for an engine where nobody can. */
    Service gate(Consumer consumer, RequestGate gate) {
        if (HttpServer.VERTX.has(engine()) && engine() instanceof EmbeddedHttpService server) {
            return new VertxGate(router(server.getServerPort()), PlatformHttpPaths.of(consumer), gate);
        }
        return ServedPaths.of(context).service(consumer, gate);
    }

    private Object router(int port) {
        Object router = context.getRegistry().lookupByName(PLATFORM_HTTP_ROUTER_NAME + "-" + port);
        // Named before the system chose its port.
        return router == null ? context.getRegistry().lookupByName(PLATFORM_HTTP_ROUTER_NAME_ZERO) : router;
    }

    private void requireRouter(int port) {
        Object router = router(port);
        if (router == null) {
            throw new IllegalStateException(
                    "No HTTP server is running to receive events; with Camel Main set camel.server.enabled=true");
        }
        // The engine takes the router of the management server when there is no other.
        if (SERVER_TYPE_MANAGEMENT.equals(property(router, "serverType"))) {
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
    Map<String, Object> rawBody() {
        return HttpServer.SPRING_BOOT.has(engine()) ? HttpServer.SPRING_BOOT.rawBody() : Map.of();
    }

    private Object engine() {
        return context.getRegistry().lookupByName(PLATFORM_HTTP_ENGINE_NAME);
    }
}
