/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.contract.OperationSpec;
import br.com.pilotstatus.simulator.fault.FaultInjector;
import br.com.pilotstatus.simulator.fault.Faults;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.http.JsonBody;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API over HTTP: every operation of the document has a route; those without a handler say so. */
public final class ApiRouter {

    private static final List<String> BASES = List.of("/v1", "/api/v1");

    private final Vertx vertx;
    private final World world;
    private final Faults faults;
    private final Map<String, ApiEndpoint> endpoints;

    public ApiRouter(Vertx vertx, World world, Faults faults, Api api) {
        this.vertx = vertx;
        this.world = world;
        this.faults = faults;
        this.endpoints = api.endpoints();
    }

    /** Adds the API to a router whose requests come with their whole body. */
    public void mount(Router router) {
        // A brace sorts behind all letters, so /messages/history is asked before /messages/{messageId}.
        List<ApiEndpoint> literalFirst = endpoints.values().stream()
                .sorted(Comparator.comparing(endpoint -> endpoint.spec().path()))
                .toList();
        for (String base : BASES) {
            for (ApiEndpoint endpoint : literalFirst) {
                OperationSpec spec = endpoint.spec();
                router.route(
                                HttpMethod.valueOf(spec.method()),
                                base + spec.path().replaceAll("\\{(\\w+)}", ":$1"))
                        .handler(context -> handle(context, endpoint));
            }
            router.route(base + "/*")
                    .handler(context -> send(
                            context.response(),
                            new ApiException(404, "NOT_FOUND", "The API has no such operation").answer()));
        }
    }

    private void handle(RoutingContext context, ApiEndpoint endpoint) {
        String operationId = endpoint.spec().id();
        world.requests().count(operationId);
        Buffer bytes = context.body().buffer();
        Optional<JsonNode> json = endpoint.spec().requestSchema() == null || bytes == null
                ? Optional.empty()
                : JsonBody.read(bytes.getBytes());
        Optional<Destination> destination = json.flatMap(Destination::of);
        faults.strike(operationId, destination)
                .ifPresentOrElse(
                        fault -> new FaultInjector(
                                        vertx,
                                        context.request(),
                                        () -> answer(context, endpoint, json),
                                        answer -> send(context.response(), answer))
                                .inject(fault),
                        () -> send(context.response(), answer(context, endpoint, json)));
    }

    private static ApiAnswer answer(RoutingContext context, ApiEndpoint endpoint, Optional<JsonNode> json) {
        try {
            return endpoint.answer(context, json);
        } catch (ApiException refusal) {
            return refusal.answer();
        }
    }

    private static void send(HttpServerResponse response, ApiAnswer answer) {
        if (answer.status() == 429 && !response.headWritten()) {
            response.putHeader("retry-after", "1");
        }
        answer.sendTo(response);
    }
}
