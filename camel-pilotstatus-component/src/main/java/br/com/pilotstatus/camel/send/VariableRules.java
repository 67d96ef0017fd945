/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.api.TextRules;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.Map;
import java.util.regex.Pattern;

/** What Meta takes as the variable of a template: one line of text. */
final class VariableRules {

    private static final int MAX_LENGTH = 1024;
    private static final Pattern SEVERAL_LINES = Pattern.compile("[\\n\\r\\t\\u000B\\f\\u0085\\u2028\\u2029]|[ ]{5}");

    private VariableRules() {}

    /** Checks the variables, once they are texts. */
    static void check(Map<String, Object> variables) {
        variables.forEach((name, value) -> {
            String field = "variables." + name;
            String text = value.toString();
            TextRules.check(ErrorCode.TEMPLATE_VARIABLE_INVALID, field, text, MAX_LENGTH);
            if (SEVERAL_LINES.matcher(text).find()) {
                throw new PilotStatusValidationException(
                        ErrorCode.TEMPLATE_VARIABLE_INVALID,
                        field,
                        "must not hold a line break, a tab or more than four blanks in a row, which Meta refuses");
            }
        });
    }
}
