/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.http.JsonBody;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's share of the HTTP server; several of them serve one port. */
final class SimulatorServer extends AbstractVerticle {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);

    private final HttpServerOptions options;
    private final Consumer<Router> routes;
    private final IntConsumer portListener;

    SimulatorServer(HttpServerOptions options, Consumer<Router> routes, IntConsumer portListener) {
        this.options = options;
        this.routes = routes;
        this.portListener = portListener;
    }

    @Override
    public void start(Promise<Void> started) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(JsonBody.MAX_BYTES));
        routes.accept(router);
        router.errorHandler(413, context -> fail(context, 413, "PAYLOAD_TOO_LARGE", "The body is too large"));
        router.errorHandler(404, context -> fail(context, 404, "NOT_FOUND", "There is nothing here"));
        router.errorHandler(400, context -> fail(context, 400, "VALIDATION_ERROR", "The request cannot be read"));
        router.errorHandler(500, SimulatorServer::internalError);
        HttpServer server = vertx.createHttpServer(options).requestHandler(router);
        server.listen()
                .onSuccess(listening -> portListener.accept(listening.actualPort()))
                .<Void>mapEmpty()
                // Without this a server that cannot listen is left to a finalizer, which complains.
                .recover(e -> server.close().transform(closed -> Future.failedFuture(e)))
                .onComplete(started);
    }

    private static void internalError(RoutingContext context) {
        LOG.error("The simulator failed to answer a request", context.failure());
        fail(context, 500, "SIMULATOR_ERROR", "The simulator itself failed; its log says why");
    }

    private static void fail(RoutingContext context, int status, String code, String text) {
        new ApiException(status, code, text).answer().sendTo(context.response());
    }
}
