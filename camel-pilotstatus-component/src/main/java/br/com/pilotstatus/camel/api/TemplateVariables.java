/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the variables of a template's text, such as <code>{{name}}</code>. */
final class TemplateVariables {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private TemplateVariables() {}

    /** Their names; braces that make no variable are an error, since people would read them. */
    static Set<String> in(String field, String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        String rest = without(text);
        if (rest.contains("{{") || rest.contains("}}")) {
            throw new PilotStatusValidationException(
                    ErrorCode.TEMPLATE_INVALID,
                    field,
                    "has double braces that make no variable; a variable is {{name}}, of letters, digits and '_'");
        }
        return names;
    }

    /** How many there are, each as often as it occurs. */
    static long count(String text) {
        return VARIABLE.matcher(text).results().count();
    }

    static String without(String text) {
        return VARIABLE.matcher(text).replaceAll("");
    }
}
