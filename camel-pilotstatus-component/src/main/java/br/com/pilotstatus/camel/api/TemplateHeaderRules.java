/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static br.com.pilotstatus.camel.api.TemplateRules.invalid;
import static br.com.pilotstatus.camel.api.TemplateRules.isAbsent;

import br.com.pilotstatus.camel.model.DataUri;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a template's header: a short plain text, or one media of the right kind. */
final class TemplateHeaderRules {

    private static final String TYPE = "body.header.type";
    private static final String TEXT = "body.header.text";
    private static final int MAX_TEXT = 60;
    private static final Pattern FORMATTING = Pattern.compile("[*~`]|_\\S(.*\\S)?_");
    private static final Map<String, List<String>> MEDIA = Map.of(
            "IMAGE", List.of("image/jpeg", "image/png"),
            "VIDEO", List.of("video/mp4"),
            "DOCUMENT", List.of("application/pdf"));

    private TemplateHeaderRules() {}

    static void check(JsonNode header, Set<String> variables) {
        if (isAbsent(header)) {
            return;
        }
        switch (header.path("type").asText("NONE")) {
            case "NONE" -> {
                if (header.hasNonNull("text") || header.hasNonNull("url") || header.hasNonNull("base64")) {
                    throw invalid(TYPE, "must be TEXT, IMAGE, VIDEO or DOCUMENT when the header has content");
                }
            }
            case "TEXT" -> checkText(header, variables);
            case "IMAGE", "VIDEO", "DOCUMENT" -> checkMedia(header);
            default -> throw invalid(TYPE, "must be NONE, TEXT, IMAGE, VIDEO or DOCUMENT");
        }
    }

    private static void checkText(JsonNode header, Set<String> variables) {
        String text = TemplateRules.text(TEXT, header.path("text"), MAX_TEXT);
        variables.addAll(TemplateVariables.in(TEXT, text));
        if (TemplateVariables.count(text) > 1) {
            throw invalid(TEXT, "must have one variable at most");
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw invalid(TEXT, "must not have a line break");
        }
        String plain = TemplateVariables.without(text);
        if (FORMATTING.matcher(plain).find()) {
            throw invalid(TEXT, "must not have formatting (*, _, ~, `)");
        }
        if (plain.codePoints().anyMatch(TemplateHeaderRules::isEmoji)) {
            throw invalid(TEXT, "must not have an emoji");
        }
    }

    private static boolean isEmoji(int codePoint) {
        return (codePoint >= 0x1F000 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x2600 && codePoint <= 0x27BF)
                || codePoint == 0x200D
                || codePoint == 0xFE0F;
    }

    private static void checkMedia(JsonNode header) {
        boolean url = header.hasNonNull("url");
        if (url == header.hasNonNull("base64")) {
            throw invalid("body.header.url", "must be given, or else base64; not both of them");
        }
        if (url) {
            if (!header.get("url").asText().matches("https?://[^\\s/]+.*")) {
                throw invalid("body.header.url", "must be an http(s) URL");
            }
            return;
        }
        List<String> kinds = MEDIA.get(header.get("type").asText());
        String data = header.get("base64").asText();
        if (kinds.stream().noneMatch(kind -> data.startsWith("data:" + kind + ";base64,"))) {
            throw invalid("body.header.base64", "must be a base64 data URI of " + String.join(" or ", kinds));
        }
        if (!DataUri.isValid(data)) {
            throw invalid("body.header.base64", "is broken base64; it takes no line breaks and no blanks");
        }
    }
}
