/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a number wrote and was written, newest first. An answer marks what its recipient wrote before as read, unless it
 * says {@code "markRead": false}.
 */
final class ChatHistory {

    private static final Comparator<ChatLine> OLDEST_FIRST =
            Comparator.comparing(ChatLine::providerTime).thenComparing(ChatLine::id);

    private final World world;

    ChatHistory(World world) {
        this.world = world;
    }

    List<ChatLine> lines(SimulatedNumber number) {
        List<SimulatedMessage> sent = world.messages().of(number.id());
        Map<Destination, Instant> answers = lastAnswers(sent);
        Stream<ChatLine> received = world.inboxOf(number.id()).stream()
                .map(message -> ChatLine.of(message, isUnread(message, answers.get(message.chat()))));
        return Stream.concat(received, sent.stream().map(ChatLine::of))
                .sorted(OLDEST_FIRST.reversed())
                .toList();
    }

    /** An id for the conversation of a number with a chat, always the same. */
    String conversationId(SimulatedNumber number, Destination chat) {
        return world.ids().fixed("conversation:" + number.id() + '|' + chat.value());
    }

    private static boolean isUnread(InboundMessage message, Instant answered) {
        return answered == null || message.at().isAfter(answered);
    }

    private static Map<Destination, Instant> lastAnswers(List<SimulatedMessage> sent) {
        Map<Destination, Instant> answers = new HashMap<>();
        for (SimulatedMessage message : sent) {
            Instant at = message.progress().sentAt();
            if (at != null && message.order().json().path("markRead").asBoolean(true)) {
                answers.merge(message.order().destination(), at, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return answers;
    }
}
