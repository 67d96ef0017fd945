/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.api.TextRules;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.value.JsonValues;
import br.com.pilotstatus.camel.value.TextValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** The variables of a template, each of which Meta takes as one line of text. */
final class Variables {

    private static final int MAX_LENGTH = 1024;
    private static final Pattern SEVERAL_LINES = Pattern.compile("[\\n\\r\\t\\u000B\\f\\u0085\\u2028\\u2029]|[ ]{5}");

    private Variables() {}

    /** The variables as texts; the API takes nothing else. */
    static Map<String, Object> texts(Map<String, Object> variables, Exchange exchange) {
        Map<String, Object> texts = new LinkedHashMap<>();
        variables.forEach((name, value) -> texts.put(name, text("variables." + name, value, exchange)));
        return texts;
    }

    /** The variables as JSON has them, whether the API takes that or not. */
    static Map<String, Object> unchecked(Map<String, Object> variables, Exchange exchange) {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> values.put(name, JsonValues.of("variables." + name, value, exchange)));
        return values;
    }

    private static String text(String field, Object value, Exchange exchange) {
        String text = TextValues.text(field, value, exchange);
        if (text == null) {
            throw invalid(field, "is null");
        }
        if (text.isBlank()) {
            throw invalid(field, "must not be blank");
        }
        TextRules.check(ErrorCode.TEMPLATE_VARIABLE_INVALID, field, text, MAX_LENGTH);
        if (SEVERAL_LINES.matcher(text).find()) {
            throw invalid(
                    field, "must not hold a line break, a tab or more than four blanks in a row, which Meta refuses");
        }
        return text;
    }

    private static PilotStatusValidationException invalid(String field, String rule) {
        return new PilotStatusValidationException(ErrorCode.TEMPLATE_VARIABLE_INVALID, field, rule);
    }
}
