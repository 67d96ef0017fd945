/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static br.com.pilotstatus.camel.api.TemplateText.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The rules of a template's buttons: how many of which kind, and what each kind needs. */
final class TemplateButtonRules {

    private static final String BUTTONS = "body.buttons";
    private static final int MAX = 10;
    private static final int MAX_TEXT = 256;
    private static final int MAX_URL = 2000;
    private static final Map<String, Integer> MAX_BY_TYPE =
            Map.of("QUICK_REPLY", MAX, "URL", 2, "PHONE_NUMBER", 1, "COPY_CODE", 1);

    private TemplateButtonRules() {}

    static void check(JsonNode buttons) {
        if (!buttons.isArray() || buttons.size() > MAX) {
            throw invalid(BUTTONS, "must be a list of at most " + MAX + " buttons");
        }
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode button : buttons) {
            String type = button.path("type").asText();
            Integer max = MAX_BY_TYPE.get(type);
            if (max == null) {
                throw invalid("body.buttons.type", "must be QUICK_REPLY, URL, PHONE_NUMBER or COPY_CODE");
            }
            if (counts.merge(type, 1, Integer::sum) > max) {
                throw invalid(BUTTONS, "must hold at most " + max + " of type " + type);
            }
            checkButton(type, button);
        }
    }

    private static void checkButton(String type, JsonNode button) {
        if (type.equals("COPY_CODE")) {
            JsonNode example = button.path("example");
            String code = example.isArray() ? example.path(0).asText() : example.asText();
            if (!code.matches("[A-Za-z0-9]{1,15}")) {
                throw invalid("body.buttons.example", "must be 1 to 15 letters and digits");
            }
            return;
        }
        TemplateText.required("body.buttons.text", button.path("text"), MAX_TEXT);
        if (type.equals("URL")) {
            checkUrl("body.buttons.url", button.path("url"));
        }
        if (type.equals("PHONE_NUMBER") && !button.path("phone_number").asText().matches("\\+[1-9][0-9]{6,14}")) {
            throw invalid("body.buttons.phone_number", "must be a phone number in E.164");
        }
    }

    private static void checkUrl(String field, JsonNode node) {
        String url = TemplateText.required(field, node, MAX_URL);
        if (!url.matches("https?://[^\\s/{]+.*")) {
            throw invalid(field, "must be an http(s) URL");
        }
        long variables = TemplateText.countVariables(field, url);
        if (variables > 1 || (variables == 1 && !url.endsWith("}}"))) {
            throw invalid(field, "must have one variable at most, and at its end");
        }
    }
}
