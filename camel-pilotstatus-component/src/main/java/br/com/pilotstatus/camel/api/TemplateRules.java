/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static br.com.pilotstatus.camel.api.TemplateText.invalid;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * The rules of a template: its name, and the parts of its content. Only those whose breach is told late, by Meta's review, or
 * without saying what is wrong; the service itself tells which samples are missing.
 */
final class TemplateRules {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]+([\\s._-]+[\\p{L}\\p{N}]+)*");
    private static final int MAX_NAME = 512;
    private static final int MAX_BODY = 1024;
    private static final int MAX_FOOTER = 60;

    private TemplateRules() {}

    /** Checks what creates or changes a template. */
    static void check(ObjectNode values) {
        if (values.has("name")) {
            String name = values.get("name").asText();
            TextRules.check(ErrorCode.TEMPLATE_INVALID, "name", name, MAX_NAME);
            if (!NAME.matcher(name).matches()) {
                throw invalid("name", "must be letters and digits, with spaces, '_', '-' or '.' between them");
            }
        }
        JsonNode content = content(values.get("body"));
        if (content.hasNonNull("header")) {
            TemplateHeaderRules.check(content.get("header"));
        }
        checkBody(content.path("body").path("text"));
        if (content.hasNonNull("footer")) {
            checkFooter(content.get("footer").path("text"));
        }
        if (content.hasNonNull("buttons")) {
            TemplateButtonRules.check(content.get("buttons"));
        }
    }

    /** The content as an object, whether it was given as one, as the JSON of one, or as the text of the body. */
    private static JsonNode content(JsonNode body) {
        String text = body.asText().stripLeading();
        if (body.isObject()) {
            return body;
        }
        if (text.startsWith("{") && !text.startsWith("{{")) {
            try {
                JsonNode parsed = Json.read(text);
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

    private static void checkBody(JsonNode text) {
        String field = "body.body.text";
        String shown = TemplateText.required(field, text, MAX_BODY).strip();
        if (shown.startsWith("{{") || shown.endsWith("}}")) {
            throw invalid(field, "must not begin or end with a variable");
        }
        TemplateText.countVariables(field, shown);
    }

    private static void checkFooter(JsonNode text) {
        String field = "body.footer.text";
        if (TemplateText.countVariables(field, TemplateText.required(field, text, MAX_FOOTER)) > 0) {
            throw invalid(field, "must not have a variable");
        }
    }
}
