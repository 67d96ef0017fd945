/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns JSON nodes into plain maps, lists and values that nobody can change, in the order received. */
final class PlainJson {

    private PlainJson() {}

    static Map<String, Object> map(ObjectNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
        return Collections.unmodifiableMap(map);
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map((ObjectNode) node);
            case ARRAY -> list(node);
            case STRING -> node.textValue();
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            default -> null;
        };
    }

    private static List<Object> list(JsonNode node) {
        List<Object> list = new ArrayList<>(node.size());
        node.forEach(element -> list.add(value(element)));
        return Collections.unmodifiableList(list);
    }
}
