/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.DateRange;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Paging;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code GET /conversations}: with whom the number writes, the latest activity first. */
final class ConversationResource {

    private static final int PREVIEW = 100;

    private final ChatHistory history;

    ConversationResource(World world) {
        this.history = new ChatHistory(world);
    }

    ApiAnswer list(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        DateRange range = DateRange.of(call.query());
        Paging paging = Paging.of(call.query());
        Map<Destination, List<ChatLine>> byChat = history.lines(number).stream()
                .collect(Collectors.groupingBy(ChatLine::chat, LinkedHashMap::new, Collectors.toList()));
        List<List<ChatLine>> chats = byChat.values().stream()
                .filter(lines -> range.contains(lines.get(0).providerTime()))
                .toList();
        return paging.answer("conversations", chats, lines -> json(lines, number));
    }

    private ObjectNode json(List<ChatLine> newestFirst, SimulatedNumber number) {
        ChatLine last = newestFirst.get(0);
        Destination chat = last.chat();
        String name = newestFirst.stream()
                .filter(ChatLine::isInbound)
                .map(ChatLine::received)
                .map(InboundMessage::chatName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String preview = last.text();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", history.conversationId(number, chat))
                .put("type", type(chat))
                .put("from", chat.kind() == Kind.BSUID ? null : chat.value())
                .put("fromName", name)
                .put("userId", chat.kind() == Kind.BSUID ? chat.value() : null)
                .putNull("username")
                .put(
                        "unreadCount",
                        newestFirst.stream().filter(ChatLine::unread).count())
                .put("lastMessageAt", Timestamps.format(last.providerTime()))
                .put("lastMessagePreview", preview.substring(0, Math.min(PREVIEW, preview.length())))
                .put(
                        "createdAt",
                        Timestamps.format(
                                newestFirst.get(newestFirst.size() - 1).createdAt()));
    }

    private static String type(Destination chat) {
        return switch (chat.kind()) {
            case GROUP -> "GROUP";
            case NEWSLETTER -> "NEWSLETTER";
            default -> "DIRECT";
        };
    }
}
