/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.Paging;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /messages/unread}: what the number was written and has not answered, newest first. */
final class ListUnreadMessages implements ApiOperation {

    private final ChatHistory history;

    ListUnreadMessages(World world) {
        this.history = new ChatHistory(world);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedNumber number = call.requireNumber();
        Paging paging = Paging.of(call.query());
        List<ChatLine> unread =
                history.lines(number).stream().filter(ChatLine::unread).toList();
        Map<Destination, Long> counts =
                unread.stream().collect(Collectors.groupingBy(ChatLine::chat, Collectors.counting()));
        return paging.answer("messages", unread, line -> json(line, number, counts.get(line.chat())));
    }

    private ObjectNode json(ChatLine line, SimulatedNumber number, long count) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", line.id())
                .put("conversationId", history.conversationId(number, line.chat()))
                .put("conversationUnreadCount", count)
                .put("direction", line.direction())
                .put("type", line.type())
                .put("content", line.text())
                .put("from", line.received().text("from"))
                .put("fromName", line.received().text("participantName"))
                .putNull("readAt")
                .put("createdAt", Timestamps.format(line.createdAt()));
        line.putMedia(json, number.isMeta());
        return json;
    }
}
