/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static br.com.pilotstatus.camel.api.TemplateText.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The rules of a template's header: a short plain text, or one media. */
final class TemplateHeaderRules {

    private static final String TYPE = "body.header.type";
    private static final String TEXT = "body.header.text";
    private static final int MAX_TEXT = 60;
    private static final Pattern FORMATTING = Pattern.compile("[*~`]|_\\S(.*\\S)?_");
    private static final Pattern EMOJI =
            Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{200D}\\x{FE0F}]");

    private TemplateHeaderRules() {}

    static void check(JsonNode header) {
        switch (header.path("type").asText("NONE")) {
            case "NONE" -> {
                if (header.hasNonNull("text") || header.hasNonNull("url") || header.hasNonNull("base64")) {
                    throw invalid(TYPE, "must be TEXT, IMAGE, VIDEO or DOCUMENT when the header has content");
                }
            }
            case "TEXT" -> checkText(TemplateText.required(TEXT, header.path("text"), MAX_TEXT));
            case "IMAGE", "VIDEO", "DOCUMENT" -> {
                if (header.hasNonNull("url") == header.hasNonNull("base64")) {
                    throw invalid("body.header.url", "must be given, or else base64; not both of them");
                }
            }
            default -> throw invalid(TYPE, "must be NONE, TEXT, IMAGE, VIDEO or DOCUMENT");
        }
    }

    private static void checkText(String text) {
        if (TemplateText.countVariables(TEXT, text) > 1) {
            throw invalid(TEXT, "must have one variable at most");
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw invalid(TEXT, "must not have a line break");
        }
        String plain = TemplateText.withoutVariables(text);
        if (FORMATTING.matcher(plain).find()) {
            throw invalid(TEXT, "must not have formatting (*, _, ~, `)");
        }
        if (EMOJI.matcher(plain).find()) {
            throw invalid(TEXT, "must not have an emoji");
        }
    }
}
