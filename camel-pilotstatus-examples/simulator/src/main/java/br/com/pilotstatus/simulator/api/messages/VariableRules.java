/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.http.ApiException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Template values must be strings with something in them. Asked before the schema, since the API has a code of its own. */
final class VariableRules {

    private VariableRules() {}

    /** Refuses a request with values that no template takes, naming the keys but not the values. */
    static void check(JsonNode request) {
        ArrayNode invalid = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<String, JsonNode> variable : request.path("variables").properties()) {
            if (!variable.getValue().isTextual()) {
                invalid.addObject().put("key", variable.getKey()).put("reason", "not a string");
            } else if (variable.getValue().textValue().isBlank()) {
                invalid.addObject().put("key", variable.getKey()).put("reason", "blank");
            }
        }
        if (!invalid.isEmpty()) {
            ObjectNode details = JsonNodeFactory.instance.objectNode();
            details.set("invalidKeys", invalid);
            throw new ApiException(
                    400, "INVALID_TEMPLATE_VARIABLE_VALUE", "Template variables must be non-blank strings", details);
        }
    }
}
