/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.http.ApiAnswer;
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
        router.route(BASE + "/*").handler(context -> refuse(context, 404, null, "The control API has no such path"));
    }

    // Not on the event loop: to advance the clock is to run all that falls due.
    private void answer(RoutingContext context, ControlOperation operation) {
        vertx.executeBlocking(() -> operation.answer(new ControlCall(context)), false)
                .onSuccess(result -> ApiAnswer.ok(ControlJson.write(result)).sendTo(context.response()))
                .onFailure(e -> {
                    if (e instanceof IllegalArgumentException) {
                        refuse(context, 400, "INVALID_CONTROL_REQUEST", e.getMessage());
                    } else {
                        context.fail(e);
                    }
                });
    }

    private static void refuse(RoutingContext context, int status, String code, String text) {
        new ApiException(status, code, text).answer().sendTo(context.response());
    }
}
