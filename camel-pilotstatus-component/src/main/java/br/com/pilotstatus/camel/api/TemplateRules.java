/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a template: its name, the parts of its content, and a sample for each of its variables. */
final class TemplateRules {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]+([\\s._-]+[\\p{L}\\p{N}]+)*");
    private static final int MAX_NAME = 512;
    private static final int MAX_BODY = 1024;
    private static final int MAX_FOOTER = 60;

    private TemplateRules() {}

    /** Checks what creates or changes a template. */
    static void check(ObjectNode values) {
        JsonNode name = values.get("name");
        if (name != null) {
            TextRules.check(ErrorCode.TEMPLATE_INVALID, "name", name.asText(), MAX_NAME);
        }
        if (name != null && !NAME.matcher(name.asText()).matches()) {
            throw invalid("name", "must be letters and digits, with spaces, '_', '-' or '.' between them");
        }
        JsonNode content = content(values.get("body"));
        Set<String> variables = new LinkedHashSet<>();
        TemplateHeaderRules.check(content.path("header"), variables);
        checkBody(content, variables);
        checkFooter(content.path("footer"));
        TemplateButtonRules.check(content.path("buttons"), variables);
        for (String variable : variables) {
            if (values.path("examples").path(variable).asText().isBlank()) {
                throw invalid("examples", "must have a sample for each variable; one is missing or blank");
            }
        }
    }

    /** The content as an object, whether it was given as one, as the JSON of one, or as the text of the body. */
    private static JsonNode content(JsonNode body) {
        if (body.isObject()) {
            return body;
        }
        if (body.asText().stripLeading().startsWith("{")
                && !body.asText().stripLeading().startsWith("{{")) {
            try {
                JsonNode parsed = Json.read(body.asText().getBytes(StandardCharsets.UTF_8));
                if (parsed.isObject()) {
                    return parsed;
                }
            } catch (JacksonException e) {
                throw invalid("body", "begins like a JSON object and is none, or is nested too deeply");
            }
        }
        ObjectNode content = Json.mapper().createObjectNode();
        content.putObject("body").set("text", body);
        return content;
    }

    private static void checkBody(JsonNode content, Set<String> variables) {
        String field = "body.body.text";
        String text = text(field, content.path("body").path("text"), MAX_BODY);
        String shown = text.strip();
        if (shown.startsWith("{{") || shown.endsWith("}}")) {
            throw invalid(field, "must not begin or end with a variable");
        }
        variables.addAll(TemplateVariables.in(field, text));
    }

    private static void checkFooter(JsonNode footer) {
        String field = "body.footer.text";
        if (isAbsent(footer)) {
            return;
        }
        String text = text(field, footer.path("text"), MAX_FOOTER);
        if (!TemplateVariables.in(field, text).isEmpty()) {
            throw invalid(field, "must not have a variable");
        }
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** A text that must be there, within its length. */
    static String text(String field, JsonNode node, int max) {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw invalid(field, "is missing, blank or no text");
        }
        String text = node.asText();
        TextRules.check(ErrorCode.TEMPLATE_INVALID, field, text, max);
        return text;
    }

    static PilotStatusValidationException invalid(String field, String rule) {
        return new PilotStatusValidationException(ErrorCode.TEMPLATE_INVALID, field, rule);
    }
}
