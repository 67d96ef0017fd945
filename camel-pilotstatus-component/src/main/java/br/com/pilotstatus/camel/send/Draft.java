/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.model.SendMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message while it is made of what endpoint, headers and body say. Destination and content are two groups, and the highest
 * source that names a member of a group supplies it: a body can never redirect a route that names its recipient. A chosen
 * mode takes from lower sources only what it still lacks, such as the variables of its template.
 */
final class Draft {

    String destinationNumber;
    String groupId;
    String newsletterId;
    String templateId;
    Map<String, Object> variables;
    String text;
    Object media;
    String mediaType;
    String fileName;
    String caption;
    List<?> buttons;
    Object header;
    Object footer;
    Object deliverAt;
    Object deliverUntil;
    List<String> labels;
    Map<String, Object> marketingOptions;
    Boolean markRead;
    Map<String, Object> additional = Map.of();

    static Draft of(SendMessage message) {
        Draft draft = new Draft();
        draft.destinationNumber = message.destinationNumber();
        draft.groupId = message.groupId();
        draft.newsletterId = message.newsletterId();
        draft.templateId = message.templateId();
        draft.variables = message.variables();
        draft.text = message.text();
        draft.media = message.media();
        draft.mediaType = message.mediaType();
        draft.fileName = message.fileName();
        draft.caption = message.caption();
        draft.buttons = message.buttons();
        draft.header = message.header();
        draft.footer = message.footer();
        draft.deliverAt = message.deliverAt();
        draft.deliverUntil = message.deliverUntil();
        draft.labels = message.labels();
        draft.marketingOptions = message.marketingOptions();
        draft.markRead = message.markRead();
        draft.additional = message.additional();
        return draft;
    }

    /** What kind of message it is; null while nothing names one. */
    Mode mode() {
        if (templateId != null) {
            return Mode.TEMPLATE;
        }
        if (text != null) {
            return Mode.TEXT;
        }
        return media != null || mediaType != null ? Mode.MEDIA : null;
    }

    /** Whether it says what to send, and not only of which kind. */
    boolean hasContent() {
        return templateId != null || text != null || media != null;
    }

    boolean hasDestination() {
        return destinationNumber != null || groupId != null || newsletterId != null;
    }

    /** Takes from a lower source what it may still add. */
    void fill(Draft lower) {
        if (!hasDestination()) {
            destinationNumber = lower.destinationNumber;
            groupId = lower.groupId;
            newsletterId = lower.newsletterId;
        }
        fillContent(lower);
        deliverAt = first(deliverAt, lower.deliverAt);
        deliverUntil = first(deliverUntil, lower.deliverUntil);
        labels = first(labels, lower.labels);
        marketingOptions = first(marketingOptions, lower.marketingOptions);
        markRead = first(markRead, lower.markRead);
        if (!lower.additional.isEmpty()) {
            Map<String, Object> all = new LinkedHashMap<>(additional);
            lower.additional.forEach(all::putIfAbsent);
            additional = all;
        }
    }

    private void fillContent(Draft lower) {
        boolean chooses = mode() == null;
        Mode mode = chooses ? lower.mode() : mode();
        if (chooses) {
            templateId = lower.templateId;
            text = lower.text;
        }
        boolean direct = mode == Mode.TEXT || mode == Mode.MEDIA;
        variables = join(variables, lower.variables, direct, chooses);
        caption = join(caption, lower.caption, mode == Mode.TEMPLATE, chooses);
        buttons = join(buttons, lower.buttons, mode == Mode.TEMPLATE, chooses);
        header = join(header, lower.header, mode == Mode.TEMPLATE, chooses);
        footer = join(footer, lower.footer, mode == Mode.TEMPLATE, chooses);
        media = join(media, lower.media, mode == Mode.TEXT, chooses);
        mediaType = join(mediaType, lower.mediaType, mode == Mode.TEXT, chooses);
        fileName = join(fileName, lower.fileName, mode == Mode.TEXT, chooses);
    }

    /** @param bound whether only the source that chose the mode may supply it */
    private static <T> T join(T own, T lower, boolean bound, boolean chooses) {
        return bound ? (chooses ? lower : own) : first(own, lower);
    }

    private static <T> T first(T own, T lower) {
        return own != null ? own : lower;
    }

    SendMessage message() {
        return new SendMessage(
                destinationNumber,
                groupId,
                newsletterId,
                templateId,
                variables,
                text,
                media,
                mediaType,
                fileName,
                caption,
                buttons,
                header,
                footer,
                deliverAt,
                deliverUntil,
                labels,
                marketingOptions,
                markRead,
                additional);
    }
}
