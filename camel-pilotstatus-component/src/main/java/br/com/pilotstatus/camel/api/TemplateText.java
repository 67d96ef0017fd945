/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** A text of a template, and the variables in it, such as <code>{{name}}</code>. */
final class TemplateText {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

    private TemplateText() {}

    /** A text that must be there, within its length. */
    static String required(String field, JsonNode node, int max) {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw invalid(field, "is missing, blank or no text");
        }
        TextRules.check(ErrorCode.TEMPLATE_INVALID, field, node.asText(), max);
        return node.asText();
    }

    /** How many variables a text has; braces that make no variable are an error, since people would read them. */
    static long countVariables(String field, String text) {
        String rest = withoutVariables(text);
        if (rest.contains("{{") || rest.contains("}}")) {
            throw invalid(
                    field,
                    "has double braces that make no variable; a variable is {{name}}, of letters, digits and '_'");
        }
        return VARIABLE.matcher(text).results().count();
    }

    static String withoutVariables(String text) {
        return VARIABLE.matcher(text).replaceAll("");
    }

    static PilotStatusValidationException invalid(String field, String rule) {
        return new PilotStatusValidationException(ErrorCode.TEMPLATE_INVALID, field, rule);
    }
}
