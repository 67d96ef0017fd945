/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;

/** A request to the control API. */
final class ControlCall {

    private final RoutingContext context;

    ControlCall(RoutingContext context) {
        this.context = context;
    }

    String path(String name) {
        return context.pathParam(name);
    }

    /** A query parameter, or null. */
    String query(String name) {
        return context.queryParams().get(name);
    }

    long number(String pathParameter) {
        try {
            return Long.parseLong(path(pathParameter));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(pathParameter + " must be a number", e);
        }
    }

    JsonNode body() {
        return ControlJson.body(context.body().buffer());
    }

    <T> T body(Class<T> type) {
        return ControlJson.read(body(), type);
    }

    /** A text field of the body that must be there. */
    String text(String field) {
        JsonNode value = body().path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("the field " + field + " must be there and be a text");
        }
        return value.textValue();
    }
}
