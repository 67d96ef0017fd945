/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.model.SendMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Decides who wins when endpoint, headers and body all say something. Destination and content are two groups, and the
 * highest source that names a member of a group supplies it: a body can never redirect a route that names its recipient.
 * A chosen mode takes from lower sources only what it still lacks, such as the variables of its template.
 */
final class MessageParts {

    private MessageParts() {}

    /** Joins parts of a message, the one that wins first. */
    static SendMessage join(List<SendMessage> sources) {
        SendMessage.Builder message = SendMessage.builder();
        joinDestination(sources, message);
        joinContent(sources, message);
        message.deliverAt(first(sources, SendMessage::deliverAt))
                .deliverUntil(first(sources, SendMessage::deliverUntil))
                .labels(first(sources, SendMessage::labels))
                .marketingOptions(first(sources, SendMessage::marketingOptions))
                .markRead(first(sources, SendMessage::markRead));
        additional(sources).forEach(message::additional);
        return message.build();
    }

    /** Whether a part names a destination. */
    static boolean hasDestination(SendMessage part) {
        return part.destinationNumber() != null || part.groupId() != null || part.newsletterId() != null;
    }

    private static void joinDestination(List<SendMessage> sources, SendMessage.Builder message) {
        sources.stream()
                .filter(MessageParts::hasDestination)
                .findFirst()
                .ifPresent(source -> message.to(source.destinationNumber())
                        .groupId(source.groupId())
                        .newsletterId(source.newsletterId()));
    }

    private static void joinContent(List<SendMessage> sources, SendMessage.Builder message) {
        SendMessage chooser = sources.stream()
                .filter(source -> Mode.of(source) != null)
                .findFirst()
                .orElseGet(() -> SendMessage.builder().build());
        Mode mode = Mode.of(chooser);
        message.templateId(chooser.templateId()).text(chooser.text());
        if (mode == Mode.TEMPLATE) {
            message.variables(first(sources, SendMessage::variables));
            message.caption(chooser.caption()).buttons(chooser.buttons());
            message.header(chooser.header()).footer(chooser.footer());
        } else {
            message.variables(chooser.variables()).caption(first(sources, SendMessage::caption));
            message.buttons(first(sources, SendMessage::buttons));
            message.header(first(sources, SendMessage::header)).footer(first(sources, SendMessage::footer));
        }
        if (mode == Mode.TEXT) {
            message.media(chooser.media()).mediaType(chooser.mediaType());
            message.fileName(chooser.fileName());
        } else {
            message.media(first(sources, SendMessage::media)).mediaType(first(sources, SendMessage::mediaType));
            message.fileName(first(sources, SendMessage::fileName));
        }
    }

    private static Map<String, Object> additional(List<SendMessage> sources) {
        Map<String, Object> fields = new LinkedHashMap<>();
        sources.forEach(source -> source.additional().forEach(fields::putIfAbsent));
        return fields;
    }

    private static <T> T first(List<SendMessage> sources, Function<SendMessage, T> part) {
        return sources.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
