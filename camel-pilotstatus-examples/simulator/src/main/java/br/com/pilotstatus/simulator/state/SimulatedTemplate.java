/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message template of the account, usable by all its numbers.
 *
 * @param id id
 * @param name name; sends and look-ups accept it in place of the id
 * @param category MARKETING, UTILITY or OTP
 * @param content header, body, footer and buttons in the API's form, with {@code {{named}}} variables
 * @param language language code, such as {@code pt_BR}
 * @param metaStatus Meta's verdict: APPROVED, PENDING, REJECTED, DISABLED; null for a template Meta never saw
 */
public record SimulatedTemplate(
        String id, String name, Category category, JsonNode content, String language, String metaStatus) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    /** What a template is for. */
    public enum Category {
        MARKETING,
        UTILITY,
        OTP
    }

    /** The text of the body. */
    public String body() {
        return content.at("/body/text").textValue();
    }

    /** The variable names, each once, in the order they appear. */
    public List<String> variables() {
        return variablesOf(content);
    }

    /** The variable names in the header, the body and the URLs of buttons, each once, in the order they appear. */
    public static List<String> variablesOf(JsonNode content) {
        Stream<String> urls = content.path("buttons").findValuesAsText("url").stream();
        return Stream.concat(
                        Stream.of(
                                content.at("/header/text").asText(),
                                content.at("/body/text").asText()),
                        urls)
                .flatMap(text -> VARIABLE.matcher(text).results())
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
        return VARIABLE.matcher(body()).replaceAll(found -> Matcher.quoteReplacement(valueOf.apply(found.group(1))));
    }

    /** The same with another verdict of Meta. */
    public SimulatedTemplate withMetaStatus(String status) {
        return new SimulatedTemplate(id, name, category, content, language, status);
    }
}
