/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.http.ApiException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The control API over HTTP, under {@code /_sim}: what the Java classes offer, for everything that is not Java. */
public final class ControlRouter {

    /** Where it is. */
    public static final String BASE = "/_sim";

    private final Vertx vertx;
    private final ControlOperations operations;

    public ControlRouter(Vertx vertx, ControlOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** Adds the control API to a router whose requests come with their whole body. */
    public void mount(Router router) {
        operations
                .table()
                .forEach(entry -> router.route(HttpMethod.valueOf(entry.method()), BASE + entry.path())
                        .handler(context -> answer(context, entry.operation())));
        router.route(BASE + "/*")
                .handler(context -> send(context, 404, ApiException.error("The control API has no such path", null)));
    }

    // Not on the event loop: to advance the clock is to run all that falls due.
    private void answer(RoutingContext context, ControlOperation operation) {
        vertx.executeBlocking(() -> operation.answer(new ControlCall(context)), false)
                .onSuccess(result -> send(context, 200, ControlJson.write(result)))
                .onFailure(e -> {
                    if (e instanceof IllegalArgumentException) {
                        send(context, 400, ApiException.error(e.getMessage(), "INVALID_CONTROL_REQUEST"));
                    } else {
                        context.fail(e);
                    }
                });
    }

    private static void send(RoutingContext context, int status, Object body) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.toString());
    }
}
