/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.DataUri;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules a message must keep before it is sent: one destination, one mode, and parts that go with the mode. */
final class MessageRules {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\\p{Cntrl}/?#]+[^\\s\\p{Cntrl}]*");
    private static final Set<String> MEDIA_TYPES = Set.of("image", "video", "document", "audio");

    private MessageRules() {}

    static void check(Draft message) {
        checkDestination(message);
        checkMode(message);
        checkMedia(message);
        checkButtons(message);
        if (message.marketingOptions != null && message.templateId == null) {
            throw invalid(ErrorCode.CONTENT_AMBIGUOUS, "marketingOptions", "goes with a template only");
        }
        if (message.labels != null && message.labels.stream().anyMatch(label -> label == null || label.isBlank())) {
            throw invalid(ErrorCode.LABELS_INVALID, "labels", "must not hold a blank label");
        }
    }

    private static void checkDestination(Draft message) {
        requireOneDestination(message);
        requireEnding("groupId", message.groupId, "@g.us");
        requireEnding("newsletterId", message.newsletterId, "@newsletter");
    }

    static void requireOneDestination(Draft message) {
        if (!message.hasDestination()) {
            throw invalid(
                    ErrorCode.DESTINATION_MISSING,
                    "to",
                    "is missing: name the destination by option or header (to, groupId, newsletterId), or in the body (destinationNumber, groupId, newsletterId)");
        }
        int destinations = (message.destinationNumber == null ? 0 : 1)
                + (message.groupId == null ? 0 : 1)
                + (message.newsletterId == null ? 0 : 1);
        if (destinations > 1) {
            throw invalid(
                    ErrorCode.DESTINATION_AMBIGUOUS,
                    "to",
                    "stands beside another destination: name one of to, groupId, newsletterId");
        }
    }

    private static void requireEnding(String field, String value, String ending) {
        if (value != null && !(value.endsWith(ending) && value.length() > ending.length())) {
            throw invalid(ErrorCode.GROUP_ID_INVALID, field, "must end in " + ending);
        }
    }

    private static void checkMode(Draft message) {
        if (message.mode() == null) {
            throw invalid(
                    ErrorCode.CONTENT_MISSING,
                    "text",
                    "is missing: name the content, a templateId, a text, or media with its mediaType, by option, by header or in the body");
        }
        if (message.templateId != null && message.text != null) {
            throw invalid(
                    ErrorCode.CONTENT_AMBIGUOUS, "text", "stands beside templateId: a message is a template or a text");
        }
        if (message.text != null && message.media != null) {
            throw invalid(
                    ErrorCode.CONTENT_AMBIGUOUS, "text", "stands beside media: put words below media into caption");
        }
        requireNotBlank("templateId", message.templateId);
        requireNotBlank("text", message.text);
        if (message.variables != null && !message.variables.isEmpty() && message.templateId == null) {
            throw invalid(ErrorCode.CONTENT_AMBIGUOUS, "variables", "goes with a template only");
        }
    }

    private static void checkMedia(Draft message) {
        String type = message.mediaType;
        if (type != null && !MEDIA_TYPES.contains(type)) {
            throw invalid(ErrorCode.MEDIA_INVALID, "mediaType", "must be image, video, document or audio");
        }
        boolean direct = message.templateId == null;
        if (direct && (message.media == null) != (type == null)) {
            throw type == null
                    ? invalid(
                            ErrorCode.MEDIA_INVALID,
                            "mediaType",
                            "is missing: say whether the media is an image, video, document or audio")
                    : invalid(
                            ErrorCode.MEDIA_INVALID,
                            "media",
                            "is missing: give a URL, or bytes, a stream or a file as body");
        }
        if (message.caption != null && (!direct || type == null || type.equals("audio"))) {
            throw invalid(ErrorCode.CONTENT_AMBIGUOUS, "caption", "goes with an image, a video or a document only");
        }
        if (message.media != null) {
            checkAddress(message.media.toString(), type);
        }
    }

    private static void checkAddress(String media, String type) {
        boolean data = media.startsWith("data:");
        if (!data && !LINK.matcher(media).matches()) {
            throw invalid(ErrorCode.MEDIA_INVALID, "media", "must be an http(s) URL without blanks, or a data URI");
        }
        if (data && !DataUri.isValid(media)) {
            throw invalid(
                    ErrorCode.MEDIA_INVALID,
                    "media",
                    "is a data URI without base64, or whose base64 is broken; it takes no line breaks and no blanks");
        }
        if (data && type != null && !type.equals("document") && !media.startsWith("data:" + type + "/")) {
            throw invalid(
                    ErrorCode.MEDIA_INVALID,
                    "media",
                    "is of another kind than mediaType says: " + MediaTypes.ofDataUri(media));
        }
    }

    private static void checkButtons(Draft message) {
        List<?> buttons = message.buttons;
        boolean some = buttons != null && !buttons.isEmpty();
        if (some && message.templateId != null) {
            throw invalid(
                    ErrorCode.CONTENT_AMBIGUOUS,
                    "buttons",
                    "goes with a text or media; a template has buttons of its own");
        }
        if (some) {
            ButtonRules.check(buttons);
        }
        if (!some && (message.header != null || message.footer != null)) {
            throw invalid(
                    ErrorCode.CONTENT_AMBIGUOUS,
                    message.header != null ? "header" : "footer",
                    "goes together with buttons only");
        }
    }

    private static void requireNotBlank(String field, String value) {
        if (value != null && value.isBlank()) {
            throw invalid(ErrorCode.TEXT_INVALID, field, "must not be blank");
        }
    }

    private static PilotStatusValidationException invalid(ErrorCode code, String field, String rule) {
        return new PilotStatusValidationException(code, field, rule);
    }
}
