/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO;

import br.com.pilotstatus.camel.media.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Vert.x as an application sets it up that brings its own server: with TLS, and HTTP/2 by ALPN, which the server of Camel
 * Main does not offer.
 */
final class SecureVertxServer implements WebhookServer {

    private final CamelContext context = new DefaultCamelContext();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @Override
    public void start(RouteBuilder routes) throws Exception {
        Router router = Router.router(vertx);
        context.getRegistry()
                .bind(
                        PLATFORM_HTTP_ROUTER_NAME_ZERO,
                        new VertxPlatformHttpRouter(null, vertx, router, PLATFORM_HTTP_ROUTER_NAME_ZERO));
        context.addRoutes(routes);
        context.start();
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(
                        new PfxOptions().setPath(TestCertificate.file()).setPassword(TestCertificate.password()));
        server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Override
    public CamelContext context() {
        return context;
    }

    @Override
    public int port() {
        return server.actualPort();
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String otherConsumer(String path) {
        return "platform-http:" + path;
    }

    @Override
    public void close() {
        context.stop();
        vertx.close();
    }
}
