/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.http.ApiException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What can be said of a send without knowing more than its JSON, in words clearer than the schema's. */
final class SendForm {

    private static final List<String> DESTINATIONS = List.of("destinationNumber", "groupId", "newsletterId");

    private SendForm() {}

    /** Refuses a request with values that no template takes, or without exactly one destination and one mode. */
    static void check(JsonNode request) {
        checkVariables(request.path("variables"));
        checkDestination(request);
        checkMode(request);
    }

    // Names the keys but not the values.
    private static void checkVariables(JsonNode variables) {
        ArrayNode invalid = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<String, JsonNode> variable : variables.properties()) {
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

    private static void checkDestination(JsonNode request) {
        long destinations = DESTINATIONS.stream().filter(request::has).count();
        if (destinations != 1) {
            throw ApiException.invalid(
                    "give exactly one of destinationNumber, groupId and newsletterId, not " + destinations);
        }
    }

    private static void checkMode(JsonNode request) {
        if (request.has("templateId") && request.has("text")) {
            throw ApiException.invalid("templateId and text exclude each other");
        }
        if (request.has("text") && request.has("media")) {
            throw ApiException.invalid("text and media exclude each other; media takes a caption");
        }
        if (!request.has("templateId") && !request.has("text") && !request.has("media")) {
            throw ApiException.invalid("give one of templateId, text and media");
        }
        if (!request.has("templateId") && request.has("media") && !request.has("mediaType")) {
            throw ApiException.invalid("media needs a mediaType");
        }
    }
}
