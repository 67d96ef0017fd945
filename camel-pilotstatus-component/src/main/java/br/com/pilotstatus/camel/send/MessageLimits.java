/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.api.TextRules;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.List;
import java.util.Map;

/**
 * How long and how many the parts of a message may be. What is longer does not arrive on Meta's numbers, or never was meant.
 * Checked before anything else, so that what is far too large costs no time.
 */
final class MessageLimits {

    private static final int MAX_NAME = 256;
    private static final int MAX_TEXT = 4096;
    private static final int MAX_TEXT_WITH_BUTTONS = 1024;
    private static final int MAX_CAPTION = 1024;
    private static final int MAX_LINE = 60;
    private static final int MAX_FILE_NAME = 240;
    private static final int MAX_LINK = 8192;
    private static final int MAX_LABELS = 100;
    private static final int MAX_LABEL = 100;
    /** The text of a template has 1024 characters, and the shortest variable five. */
    private static final int MAX_VARIABLES = 200;
    /** Characters of base64 for three bytes. */
    private static final int GROUP = 4;

    private MessageLimits() {}

    /** @param maxMediaSize bytes of media given as a data URI */
    static void check(Draft message, int maxMediaSize) {
        text("templateId", message.templateId, MAX_NAME);
        boolean buttons = message.buttons != null && !message.buttons.isEmpty();
        text("text", message.text, buttons ? MAX_TEXT_WITH_BUTTONS : MAX_TEXT);
        text("caption", message.caption, MAX_CAPTION);
        text("fileName", message.fileName, MAX_FILE_NAME);
        line("header", message.header);
        line("footer", message.footer);
        TextRules.check(ErrorCode.GROUP_ID_INVALID, "groupId", message.groupId, MAX_NAME);
        TextRules.check(ErrorCode.GROUP_ID_INVALID, "newsletterId", message.newsletterId, MAX_NAME);
        labels(message.labels);
        variables(message.variables);
        if (message.media instanceof CharSequence media) {
            media(media.toString(), maxMediaSize);
        }
    }

    private static void text(String field, String text, int max) {
        TextRules.check(ErrorCode.TEXT_INVALID, field, text, max);
    }

    private static void line(String field, Object value) {
        if (value instanceof CharSequence text) {
            TextRules.check(ErrorCode.TEXT_INVALID, field, text, MAX_LINE);
        }
    }

    private static void labels(List<String> labels) {
        if (labels == null) {
            return;
        }
        if (labels.size() > MAX_LABELS) {
            throw new PilotStatusValidationException(
                    ErrorCode.LABELS_INVALID, "labels", "must be " + MAX_LABELS + " at most");
        }
        labels.forEach(label -> TextRules.check(ErrorCode.LABELS_INVALID, "labels", label, MAX_LABEL));
    }

    private static void variables(Map<String, Object> variables) {
        if (variables == null) {
            return;
        }
        if (variables.size() > MAX_VARIABLES) {
            throw new PilotStatusValidationException(
                    ErrorCode.TEMPLATE_VARIABLE_INVALID, "variables", "must be " + MAX_VARIABLES + " at most");
        }
        variables
                .keySet()
                .forEach(name ->
                        TextRules.check(ErrorCode.TEMPLATE_VARIABLE_INVALID, "the name of a variable", name, MAX_NAME));
    }

    private static void media(String media, int maxMediaSize) {
        boolean data = media.startsWith("data:");
        if (!data) {
            TextRules.check(ErrorCode.MEDIA_INVALID, "media", media, MAX_LINK);
        } else if (media.length() > (long) maxMediaSize / (GROUP - 1) * GROUP + MAX_LINK) {
            throw new PilotStatusValidationException(
                    ErrorCode.MEDIA_TOO_LARGE, "media", "is larger than maxMediaSize, " + maxMediaSize + " bytes");
        }
    }
}
