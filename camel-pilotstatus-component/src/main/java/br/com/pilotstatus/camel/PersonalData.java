/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.send.ValueExpression;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.URISupport;

/**
 * Masks what an endpoint URI may say of a person or a message. Camel prints endpoint URIs in many places and masks keys
 * only. Expressions stay, since they name where a value comes from and not the value.
 */
final class PersonalData {

    private static final String MASK = "xxxxxx";
    private static final Pattern OPTION = Pattern.compile(
            "([?&])([^=&]+)=(RAW\\(.*?\\)(?=&|$)|RAW\\{.*?}(?=&|$)|RAW%7B.*?%7D(?=&|$)|[^&]*)", Pattern.DOTALL);
    private static final Set<String> OPTIONS = Set.of(
            "to",
            "groupId",
            "newsletterId",
            "text",
            "media",
            "fileName",
            "caption",
            "buttons",
            "header",
            "footer",
            "labels");

    private PersonalData() {}

    static String mask(String uri) {
        return URISupport.sanitizeUri(OPTION.matcher(uri).replaceAll(PersonalData::maskOption));
    }

    private static String maskOption(MatchResult option) {
        String name = option.group(2);
        String value = option.group(3);
        boolean personal = OPTIONS.contains(name) || name.startsWith("variables.") || name.startsWith("param.");
        // Camel masks a secret in RAW with encoded braces only up to the first ampersand that it holds.
        boolean shown = personal ? ValueExpression.isExpression(value) : !value.startsWith("RAW%7B");
        return Matcher.quoteReplacement(option.group(1) + name + "=" + (shown ? value : MASK));
    }
}
