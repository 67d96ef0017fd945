/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The API's error body, as far as there is one. Its sentence is left out of every text, since it may repeat what was
 * sent; the stable code and the names of fields are kept.
 *
 * @param code    stable code, or null
 * @param details what came with the code
 * @param fromApi whether the body has the form of the API's errors, so that the API itself decided
 */
record ApiError(String code, Map<String, Object> details, boolean fromApi) {

    private static final ApiError NONE = new ApiError(null, Map.of(), false);
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,64}");
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,64}");
    private static final int NAMES_SHOWN = 10;

    static ApiError read(byte[] body) {
        if (body == null) {
            return NONE;
        }
        try {
            JsonNode node = Json.read(body);
            if (!node.path("error").isTextual()) {
                return NONE;
            }
            String code = node.path("code").asText("");
            boolean valid = CODE.matcher(code).matches() && !code.startsWith(ErrorCode.PREFIX);
            return new ApiError(valid ? code : null, details(node.path("details")), true);
        } catch (IOException e) {
            return NONE;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> details(JsonNode node) {
        return node.isObject() ? Json.mapper().convertValue(node, Map.class) : Map.of();
    }

    /** Code and field names, for a message to people; empty when there are none. */
    String summary() {
        StringBuilder text = new StringBuilder();
        if (code != null) {
            text.append(' ').append(code);
        }
        List<String> names = names();
        if (!names.isEmpty()) {
            text.append(" (").append(String.join(", ", names)).append(')');
        }
        return text.toString();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (String list : List.of("missingKeys", "missing", "invalidKeys")) {
            if (details.get(list) instanceof List<?> entries) {
                entries.forEach(entry -> names.add(
                        entry instanceof Map<?, ?> object ? String.valueOf(object.get("key")) : String.valueOf(entry)));
            }
        }
        return names.stream()
                .filter(name -> NAME.matcher(name).matches())
                .limit(NAMES_SHOWN)
                .toList();
    }
}
