/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/**
 * How the answer of a call becomes a Java object.
 *
 * @param type      the type read
 * @param container name of the field that may wrap a list; the documentation leaves open which calls wrap theirs
 */
public record Answer(JavaType type, String container) {

    static Answer of(Class<?> type) {
        return new Answer(Json.mapper().constructType(type), null);
    }

    static Answer listOf(Class<?> type, String container) {
        return new Answer(Json.mapper().getTypeFactory().constructCollectionType(List.class, type), container);
    }

    static Answer json() {
        return new Answer(Json.mapper().getTypeFactory().constructMapType(Map.class, String.class, Object.class), null);
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
        ObjectMapper mapper = Json.mapper();
        JsonNode node = Json.read(body);
        return mapper.treeToValue(container == null ? node : unwrap(node), type);
    }

    private JsonNode unwrap(JsonNode node) {
        return node.isObject() && node.has(container) ? node.get(container) : node;
    }
}
