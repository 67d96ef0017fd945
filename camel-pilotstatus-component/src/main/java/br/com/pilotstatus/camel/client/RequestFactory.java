/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.hc.core5.net.PercentCodec;

/** Builds the request of a call from its entry in the table and the values of its parameters. */
public final class RequestFactory {

    private final ApiKeys keys;

    public RequestFactory(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * A call that sends a message.
     *
     * @param message  the body
     * @param numberId number to act for, or null for the number of the key
     */
    public ApiRequest message(Operation operation, Object message, String numberId) {
        return new ApiRequest(operation, operation.path(), keys.headers(operation, numberId), write(message));
    }

    /**
     * Any other call.
     *
     * @param values   values by the names of the operation's parameters; null counts as absent
     * @param numberId number to act for, or null for the number of the key
     * @throws PilotStatusValidationException when a value is missing or breaks the rule of its parameter
     */
    public ApiRequest call(Operation operation, Map<String, ?> values, String numberId) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        ObjectNode body = Json.mapper().createObjectNode();
        for (Parameter parameter : operation.parameters()) {
            Object given = values.get(parameter.name());
            if (given == null) {
                requireOptional(parameter);
                continue;
            }
            JsonNode value = parameter.read(given);
            switch (parameter.place()) {
                case PATH -> path = path.replace("{" + parameter.name() + "}", segment(parameter, value.asText()));
                case QUERY ->
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(parameter.name())
                            .append('=')
                            .append(PercentCodec.RFC3986.encode(value.asText()));
                case BODY -> body.set(parameter.name(), value);
            }
        }
        byte[] json = operation.hasBodyParameters() ? write(body) : null;
        return new ApiRequest(operation, path + query, keys.headers(operation, numberId), json);
    }

    private static void requireOptional(Parameter parameter) {
        if (parameter.required()) {
            throw new PilotStatusValidationException(parameter.name(), "is missing");
        }
    }

    private static String segment(Parameter parameter, String value) {
        if (value.equals(".") || value.equals("..") || value.contains("/") || value.contains("\\")) {
            throw new PilotStatusValidationException(parameter.name(), "must not be a path");
        }
        return PercentCodec.RFC3986.encode(value);
    }

    private static byte[] write(Object body) {
        try {
            return Json.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            // Without the cause: its text may quote a value.
            throw new PilotStatusValidationException("body", "cannot be written as JSON");
        }
    }
}
