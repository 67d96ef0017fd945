/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import static br.com.pilotstatus.camel.error.ErrorCode.CONTENT_AMBIGUOUS;
import static br.com.pilotstatus.camel.error.ErrorCode.CONTENT_MISSING;
import static br.com.pilotstatus.camel.error.ErrorCode.DESTINATION_AMBIGUOUS;
import static br.com.pilotstatus.camel.error.ErrorCode.DESTINATION_MISSING;
import static br.com.pilotstatus.camel.error.ErrorCode.GROUP_ID_INVALID;
import static br.com.pilotstatus.camel.error.ErrorCode.LABELS_INVALID;
import static br.com.pilotstatus.camel.error.ErrorCode.MEDIA_INVALID;
import static br.com.pilotstatus.camel.error.ErrorCode.TEXT_INVALID;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.DataUri;
import br.com.pilotstatus.camel.value.MediaKinds;
import java.util.regex.Pattern;

/** The rules a message must keep before it is sent: one destination, one mode, and parts that go with the mode. */
final class MessageRules {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\\p{Cntrl}/?#]+[^\\s\\p{Cntrl}]*");
    private static final String TEMPLATE_ONLY = "goes with a template only";

    private MessageRules() {}

    static void check(Draft message) {
        requireOneDestination(message);
        requireEnding("groupId", message.groupId, "@g.us");
        requireEnding("newsletterId", message.newsletterId, "@newsletter");
        checkMode(message);
        checkMedia(message);
        checkButtons(message);
        boolean template = message.templateId != null;
        refuse(message.marketingOptions != null && !template, CONTENT_AMBIGUOUS, "marketingOptions", TEMPLATE_ONLY);
        if (message.labels != null) {
            boolean blank = message.labels.stream().anyMatch(label -> label == null || label.isBlank());
            refuse(blank, LABELS_INVALID, "labels", "must not hold a blank label");
        }
    }

    static void requireOneDestination(Draft message) {
        refuse(
                !message.hasDestination(),
                DESTINATION_MISSING,
                "to",
                "is missing: name the destination by option or header (to, groupId, newsletterId), or in the body (destinationNumber, groupId, newsletterId)");
        int destinations = (message.destinationNumber == null ? 0 : 1)
                + (message.groupId == null ? 0 : 1)
                + (message.newsletterId == null ? 0 : 1);
        refuse(
                destinations > 1,
                DESTINATION_AMBIGUOUS,
                "to",
                "stands beside another destination: name one of to, groupId, newsletterId");
    }

    private static void requireEnding(String field, String value, String ending) {
        if (value != null) {
            boolean ends = value.endsWith(ending) && value.length() > ending.length();
            refuse(!ends, GROUP_ID_INVALID, field, "must end in " + ending);
        }
    }

    private static void checkMode(Draft message) {
        boolean template = message.templateId != null;
        boolean text = message.text != null;
        refuse(
                message.mode() == null,
                CONTENT_MISSING,
                "text",
                "is missing: name the content, a templateId, a text, or media with its mediaType, by option, by header or in the body");
        refuse(
                template && text,
                CONTENT_AMBIGUOUS,
                "text",
                "stands beside templateId: a message is a template or a text");
        refuse(
                text && message.media != null,
                CONTENT_AMBIGUOUS,
                "text",
                "stands beside media: put words below media into caption");
        refuse(template && message.templateId.isBlank(), TEXT_INVALID, "templateId", "must not be blank");
        refuse(text && message.text.isBlank(), TEXT_INVALID, "text", "must not be blank");
        boolean variables = message.variables != null && !message.variables.isEmpty();
        refuse(variables && !template, CONTENT_AMBIGUOUS, "variables", TEMPLATE_ONLY);
    }

    private static void checkMedia(Draft message) {
        String type = message.mediaType;
        boolean known = type == null || MediaKinds.isKind(type);
        refuse(!known, MEDIA_INVALID, "mediaType", MediaKinds.RULE);
        boolean direct = message.templateId == null;
        refuse(
                direct && message.media != null && type == null,
                MEDIA_INVALID,
                "mediaType",
                "is missing: say whether the media is an image, video, document or audio");
        refuse(
                direct && message.media == null && type != null,
                MEDIA_INVALID,
                "media",
                "is missing: give a URL, or bytes, a stream or a file as body");
        refuse(
                message.caption != null && (!direct || type == null || type.equals("audio")),
                CONTENT_AMBIGUOUS,
                "caption",
                "goes with an image, a video or a document only");
        if (message.media != null) {
            checkAddress(message.media.toString(), type);
        }
    }

    private static void checkAddress(String media, String type) {
        boolean data = media.startsWith("data:");
        refuse(
                !data && !LINK.matcher(media).matches(),
                MEDIA_INVALID,
                "media",
                "must be an http(s) URL without blanks, or a data URI");
        refuse(
                data && !DataUri.isValid(media),
                MEDIA_INVALID,
                "media",
                "is a data URI without base64, or whose base64 is broken; it takes no line breaks and no blanks");
        if (data && type != null && !type.equals("document") && !media.startsWith("data:" + type + "/")) {
            String found = MediaTypes.ofDataUri(media);
            refuse(true, MEDIA_INVALID, "media", "is of another kind than mediaType says: " + found);
        }
    }

    private static void checkButtons(Draft message) {
        boolean some = message.buttons != null && !message.buttons.isEmpty();
        refuse(
                some && message.templateId != null,
                CONTENT_AMBIGUOUS,
                "buttons",
                "goes with a text or media; a template has buttons of its own");
        if (some) {
            ButtonRules.check(message.buttons);
        }
        String together = "goes together with buttons only";
        refuse(!some && message.header != null, CONTENT_AMBIGUOUS, "header", together);
        refuse(!some && message.footer != null, CONTENT_AMBIGUOUS, "footer", together);
    }

    private static void refuse(boolean broken, ErrorCode code, String field, String rule) {
        if (broken) {
            throw new PilotStatusValidationException(code, field, rule);
        }
    }
}
