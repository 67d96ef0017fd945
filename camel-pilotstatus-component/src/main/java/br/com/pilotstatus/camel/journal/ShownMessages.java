/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.model.HistoryMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The messages to some recipients that the history of a number shows, without those whose send is known. */
final class ShownMessages {

    private static final String INBOUND = "INBOUND";

    private final Map<Fingerprint, List<ShownMessage>> byDestination = new HashMap<>();
    /** Those that do not say whom they went to. */
    private final List<ShownMessage> elsewhere = new ArrayList<>();

    private final Set<String> ids = new HashSet<>();

    private ShownMessages() {}

    static ShownMessages read(MessageHistory history, Instant from, Set<Fingerprint> destinations) {
        ShownMessages shown = new ShownMessages();
        history.read(from, message -> {
            if (!INBOUND.equalsIgnoreCase(message.direction())) {
                shown.add(message, history, destinations);
            }
        });
        return shown;
    }

    private void add(HistoryMessage message, MessageHistory history, Set<Fingerprint> destinations) {
        if (message.id() != null && !ids.add(message.id())) {
            return;
        }
        String recipient = message.participantPhone();
        if (recipient == null || recipient.isBlank()) {
            elsewhere.add(new ShownMessage(message, history));
            return;
        }
        Fingerprint destination = Fingerprint.ofDestination(recipient);
        if (destinations.contains(destination)) {
            byDestination
                    .computeIfAbsent(destination, none -> new ArrayList<>())
                    .add(new ShownMessage(message, history));
        }
    }

    /** Messages like those that a send would show as, the oldest first. */
    List<ShownMessage> like(JournalContent content, Instant from, Set<String> known) {
        return to(content.destination(), from)
                .filter(message -> message.isLike(content.shown()) && !message.isOneOf(known))
                .sorted(Comparator.comparing(ShownMessage::at))
                .toList();
    }

    /** Whether one of them may be such a message, though what is shown of it does not tell. */
    boolean mayShow(JournalContent content, Instant from, Set<String> known) {
        return Stream.concat(to(content.destination(), from), elsewhere.stream().filter(m -> !m.at().isBefore(from)))
                .anyMatch(message -> message.mayBeLike(content.shown()) && !message.isOneOf(known));
    }

    private Stream<ShownMessage> to(Fingerprint destination, Instant from) {
        return byDestination.getOrDefault(destination, List.of()).stream()
                .filter(message -> !message.at().isBefore(from));
    }
}
