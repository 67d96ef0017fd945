/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.Page;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * How the answer of a call becomes a Java object.
 *
 * @param type      the type read
 * @param container name of the field that may wrap a list; the documentation leaves open which calls wrap theirs
 * @param paged     whether the list comes in pages
 */
public record Answer(JavaType type, String container, boolean paged) {

    /** An object of its own. */
    public static Answer of(Class<?> type) {
        return new Answer(Json.mapper().constructType(type), null, false);
    }

    static Answer pageOf(Class<?> type, String container) {
        return new Answer(Json.mapper().getTypeFactory().constructParametricType(Page.class, type), container, true);
    }

    static Answer listOf(Class<?> type, String container) {
        return new Answer(Json.mapper().getTypeFactory().constructCollectionType(List.class, type), container, false);
    }

    static Answer json() {
        return new Answer(
                Json.mapper().getTypeFactory().constructMapType(Map.class, String.class, Object.class), null, false);
    }

    /**
     * Reads an answer.
     *
     * @return the object, or null when the body is empty
     * @throws JacksonException when the body is no JSON, or JSON of another shape
     */
    public Object read(byte[] body) throws JacksonException {
        if (body == null || body.length == 0) {
            return null;
        }
        return container == null ? Json.read(body, type) : Json.mapper().treeToValue(shape(Json.read(body)), type);
    }

    private JsonNode shape(JsonNode node) {
        boolean wrapped = node.isObject() && node.has(container);
        if (!paged) {
            return wrapped ? node.get(container) : node;
        }
        ObjectNode page = wrapped ? node.deepCopy() : Json.mapper().createObjectNode();
        JsonNode items = wrapped ? page.remove(container) : node;
        return page.set("items", items);
    }
}
