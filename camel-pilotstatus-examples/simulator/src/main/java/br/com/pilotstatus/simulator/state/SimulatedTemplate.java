/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message template of the account, usable by all its numbers.
 *
 * @param id id
 * @param name name; sends and look-ups accept it in place of the id
 * @param category MARKETING, UTILITY or OTP
 * @param body text with {@code {{named}}} variables
 * @param language language code, such as {@code pt_BR}
 * @param metaStatus Meta's verdict: APPROVED, PENDING, REJECTED, DISABLED; null for a template Meta never saw
 */
public record SimulatedTemplate(
        String id, String name, Category category, String body, String language, String metaStatus) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    /** What a template is for. */
    public enum Category {
        MARKETING,
        UTILITY,
        OTP
    }

    /** The variable names, each once, in the order they appear. */
    public List<String> variables() {
        return VARIABLE.matcher(body)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** True when Meta lets a number of its own send it. */
    public boolean isApprovedByMeta() {
        return "APPROVED".equals(metaStatus);
    }

    /** The text a customer would see. */
    public String render(UnaryOperator<String> valueOf) {
        return VARIABLE.matcher(body).replaceAll(found -> Matcher.quoteReplacement(valueOf.apply(found.group(1))));
    }
}
