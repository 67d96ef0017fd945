/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    /** Where some errors say what is wrong, one entry each. */
    private static final List<String> LISTS = List.of("details", "issues", "errors");

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
            return new ApiError(valid ? code : null, details(node), true);
        } catch (IOException e) {
            return NONE;
        }
    }

    /** The details, and the lists that some errors have in their place, each under the name it came by. */
    private static Map<String, Object> details(JsonNode error) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (error.path("details") instanceof ObjectNode object) {
            object.properties().forEach(field -> details.put(field.getKey(), plain(field.getValue())));
        }
        for (String name : LISTS) {
            if (error.path(name).isArray()) {
                details.putIfAbsent(name, plain(error.path(name)));
            }
        }
        return details;
    }

    private static Object plain(JsonNode node) {
        return Json.mapper().convertValue(node, Object.class);
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
            entries(list)
                    .forEach(entry -> names.add(
                            entry instanceof Map<?, ?> object
                                    ? String.valueOf(object.get("key"))
                                    : String.valueOf(entry)));
        }
        for (String list : LISTS) {
            entries(list).forEach(entry -> names.add(entry instanceof Map<?, ?> issue ? field(issue) : ""));
        }
        return names.stream()
                .filter(name -> NAME.matcher(name).matches())
                .distinct()
                .limit(NAMES_SHOWN)
                .toList();
    }

    private List<?> entries(String list) {
        return details.get(list) instanceof List<?> entries ? entries : List.of();
    }

    /** The field that an issue is about, which it names as text or as the steps that lead there. */
    private static String field(Map<?, ?> issue) {
        Object path = issue.containsKey("path") ? issue.get("path") : issue.get("field");
        return path instanceof List<?> steps
                ? steps.stream().map(String::valueOf).collect(Collectors.joining("."))
                : String.valueOf(path);
    }
}
