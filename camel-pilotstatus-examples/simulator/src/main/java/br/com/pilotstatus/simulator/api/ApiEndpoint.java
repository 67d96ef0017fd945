/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.contract.OperationSpec;
import br.com.pilotstatus.simulator.contract.RequestValidator;
import br.com.pilotstatus.simulator.contract.RequiredKey;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.http.JsonBody;
import br.com.pilotstatus.simulator.state.ApiKey;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** One operation with all that is asked before it: key, scope, and the document's rules for the body. */
final class ApiEndpoint {

    private static final JsonNode NO_BODY = JsonNodeFactory.instance.objectNode();

    private final OperationSpec spec;
    private final World world;
    private final Authenticator authenticator;
    private final ApiOperation operation;
    private final RequestValidator validator;

    ApiEndpoint(OperationSpec spec, World world, ApiOperation operation, RequestValidator validator) {
        this.spec = spec;
        this.world = world;
        this.authenticator = new Authenticator(world.account());
        this.operation = operation;
        this.validator = validator;
    }

    OperationSpec spec() {
        return spec;
    }

    /**
     * Answers a request.
     *
     * @throws ApiException to refuse it
     */
    ApiAnswer answer(RoutingContext context, Optional<JsonNode> json) {
        MultiMap headers = context.request().headers();
        ApiKey key = spec.scope() == RequiredKey.NONE ? null : authenticator.key(headers);
        Optional<SimulatedNumber> number = key == null ? Optional.empty() : authenticator.number(key, spec, headers);
        int size = context.body().length();
        Optional<JsonNode> given = size <= 0 && !spec.bodyRequired() ? Optional.of(NO_BODY) : json;
        JsonNode body = validator == null ? null : valid(given);
        return operation.answer(new OperationCall(
                key, number, context.pathParams(), context.queryParams()::get, body, Math.max(0, size)));
    }

    private JsonNode valid(Optional<JsonNode> json) {
        JsonNode body = json.filter(JsonNode::isObject)
                .orElseThrow(() -> ApiException.invalid(
                        "the body must be one JSON object, at most " + JsonBody.MAX_DEPTH + " levels deep"));
        operation.precheck(body);
        validator.complaint(body).ifPresent(complaint -> {
            throw ApiException.invalid(complaint);
        });
        if (world.settings().contract().refuseUnknownFields()) {
            validator.unknownField(body).ifPresent(name -> {
                throw ApiException.invalid("the document has no field " + name);
            });
        }
        return body;
    }
}
