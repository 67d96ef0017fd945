/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.MessageState;
import br.com.pilotstatus.camel.model.Template;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A message that went out, as the history shows it. Asks for more of it only when that is needed, and once. */
final class ShownMessage {

    private final HistoryMessage message;
    private final MessageHistory history;
    private Optional<MessageState> state;
    private Optional<Template> template;

    ShownMessage(HistoryMessage message, MessageHistory history) {
        this.message = message;
        this.history = history;
    }

    /** When the service got it; in the far future when that is not told, so that it is left out of nothing. */
    Instant at() {
        return Stream.of(message.createdAt(), message.providerTimestamp(), message.sentAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** The id that sending returned, as far as the service tells it. */
    String id() {
        return state().map(MessageState::id).orElse(message.id());
    }

    /** Whether it is one of these messages, by either of its ids. */
    boolean isOneOf(Set<String> ids) {
        return ids.contains(message.id()) || ids.contains(id());
    }

    boolean isLike(Fingerprint shown) {
        return shown.isTemplate()
                ? templateNames().map(Fingerprint::ofTemplate).anyMatch(shown::equals)
                : Fingerprint.ofShown(message).equals(shown);
    }

    /** Whether it may be such a message, though what is shown of it does not tell. */
    boolean mayBeLike(Fingerprint shown) {
        if (shown.isTemplate()) {
            return state().isEmpty();
        }
        boolean hidden = message.text() == null || message.text().isBlank();
        return hidden && Fingerprint.ofShown(message).isOfSameKind(shown);
    }

    private Optional<MessageState> state() {
        if (state == null) {
            state = Stream.of(message.id(), message.externalMessageId())
                    .filter(Objects::nonNull)
                    .map(history::message)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return state;
    }

    /** What a route may have called its template: a send takes the id or the name. */
    private Stream<String> templateNames() {
        Optional<String> used = state().map(MessageState::template);
        if (used.isEmpty()) {
            return Stream.empty();
        }
        if (template == null) {
            template = history.template(used.get());
        }
        Stream<String> both = template.stream().flatMap(known -> Stream.of(known.id(), known.name()));
        return Stream.concat(used.stream(), both).filter(Objects::nonNull);
    }
}
