/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.hc.core5.net.PercentCodec;

/** Builds the request of a call from its entry in the table and the values of its parameters. */
public final class RequestFactory {

    /** Longer ones are refused by servers and proxies alike. */
    private static final int MAX_URI = 16 * 1024;

    /** Bytes that a request may have unless an option says otherwise. */
    private static final int DEFAULT_MAX_SIZE = 8 * 1024 * 1024;

    private final ApiKeys keys;
    private final boolean validates;
    private final int maxSize;

    /** Checks all rules, and the usual size. */
    public RequestFactory(ApiKeys keys) {
        this(keys, true, DEFAULT_MAX_SIZE);
    }

    /**
     * Checks as strictly as it is told.
     *
     * @param validates whether the rules of a call are checked: ranges, choices, what goes together, templates
     * @param maxSize   bytes that the JSON of a request may have, whether rules are checked or not
     */
    public RequestFactory(ApiKeys keys, boolean validates, int maxSize) {
        this.keys = keys;
        this.validates = validates;
        this.maxSize = maxSize;
    }

    /**
     * A call that sends a message.
     *
     * @param message   the body
     * @param mediaSize bytes of it that are media, and do not count as size of the request
     * @param numberId  number to act for, or null for the number of the key
     */
    public ApiRequest message(Operation operation, Object message, int mediaSize, String numberId) {
        byte[] json = BoundedJson.write(message, (long) maxSize + mediaSize);
        return request(operation, operation.path(), numberId, json);
    }

    /**
     * Any other call of the table.
     *
     * @param values   values by the names of the operation's parameters; null counts as absent, except where null clears
     *                 what is stored
     * @param numberId number to act for, or null for the number of the key
     * @throws PilotStatusValidationException when a value is missing or breaks a rule
     */
    public ApiRequest call(Operation operation, Map<String, ?> values, String numberId) {
        ObjectNode all = read(operation, values);
        operation.check(all, validates);
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.parameters()) {
            // What is left makes the body.
            JsonNode value = parameter.place() == Parameter.Place.BODY ? null : all.remove(parameter.name());
            if (value != null && parameter.place() == Parameter.Place.PATH) {
                path = fill(path, parameter.name(), value.asText());
            } else if (value != null) {
                addQuery(query, parameter.name(), value.asText());
            }
        }
        byte[] json = operation.hasBodyParameters() ? BoundedJson.write(all, maxSize) : null;
        return request(operation, path + query, numberId, json);
    }

    /**
     * A call of a path that the table does not have.
     *
     * @param path   path below the base URL, where <code>{name}</code> stands for a value
     * @param values values of the path by their names; the others make the query
     * @param body   what the body is written from, or null for none
     */
    public ApiRequest request(Operation operation, String path, Map<String, ?> values, Object body, String numberId) {
        RequestPath.check(path);
        String filled = path;
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, ?> value : values.entrySet()) {
            if (value.getValue() == null) {
                continue;
            }
            if (path.contains("{" + value.getKey() + "}")) {
                filled = fill(filled, value.getKey(), value.getValue().toString());
            } else {
                addQuery(query, value.getKey(), value.getValue().toString());
            }
        }
        RequestPath.requireFilled(filled);
        byte[] json = body == null ? null : BoundedJson.write(body, maxSize);
        return request(operation, filled + query, numberId, json);
    }

    private ApiRequest request(Operation operation, String uri, String numberId, byte[] json) {
        if (uri.length() > MAX_URI) {
            throw new PilotStatusValidationException(
                    ErrorCode.REQUEST_TOO_LARGE,
                    "parameters",
                    "make an address of more than " + MAX_URI + " characters");
        }
        return new ApiRequest(operation, uri, keys.headers(operation, numberId), json);
    }

    private ObjectNode read(Operation operation, Map<String, ?> values) {
        ObjectNode all = Json.mapper().createObjectNode();
        for (Parameter parameter : operation.parameters()) {
            Object given = values.get(parameter.name());
            if (given != null) {
                all.set(
                        parameter.name(),
                        validates
                                ? ParameterReader.read(parameter, given)
                                : ParameterReader.readUnchecked(parameter, given));
            } else if (parameter.required() && (validates || parameter.place() == Parameter.Place.PATH)) {
                throw new PilotStatusValidationException(ErrorCode.PARAMETER_MISSING, parameter.name(), "is missing");
            } else if (parameter.nullable() && values.containsKey(parameter.name())) {
                all.putNull(parameter.name());
            }
        }
        if (operation.takesMore()) {
            values.forEach((name, value) -> {
                if (operation.parameter(name).isEmpty()) {
                    all.set(name, ParameterReader.tree(name, value));
                }
            });
        }
        return all;
    }

    private static void addQuery(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(PercentCodec.RFC3986.encode(name))
                .append('=')
                .append(PercentCodec.RFC3986.encode(value));
    }

    private static String fill(String path, String name, String value) {
        if (value.isBlank() || value.equals(".") || value.equals("..") || value.contains("/") || value.contains("\\")) {
            throw new PilotStatusValidationException(ErrorCode.PARAMETER_INVALID, name, "must not be a path");
        }
        return path.replace("{" + name + "}", PercentCodec.RFC3986.encode(value));
    }
}
