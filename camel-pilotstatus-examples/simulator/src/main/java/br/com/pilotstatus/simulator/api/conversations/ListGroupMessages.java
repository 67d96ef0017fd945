/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.DateRange;
import br.com.pilotstatus.simulator.api.operation.Paging;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code GET /messages/group}: what was written in the groups of an unofficial number, newest first. */
final class ListGroupMessages implements ApiOperation {

    private final ChatHistory history;

    ListGroupMessages(World world) {
        this.history = new ChatHistory(world);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedNumber number = call.requireNumber();
        if (number.isMeta()) {
            throw new ApiException(400, "NOT_SUPPORTED_FOR_META", "Meta numbers have no group messages");
        }
        DateRange range = DateRange.of(call.query());
        Paging paging = Paging.of(call.query());
        List<ChatLine> lines = history.lines(number).stream()
                .filter(line -> line.chat().kind() == Kind.GROUP && range.contains(line.createdAt()))
                .toList();
        return paging.answer("messages", lines, line -> json(line, number));
    }

    private ObjectNode json(ChatLine line, SimulatedNumber number) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", line.id())
                .put("conversationId", history.conversationId(number, line.chat()))
                .put("direction", line.direction())
                .put("type", line.type())
                .put("content", line.text())
                .put("from", line.isInbound() ? line.received().text("from") : number.e164())
                .put("fromName", line.isInbound() ? line.received().text("participantName") : number.name())
                .put("groupId", line.chat().value())
                .put("groupName", line.isInbound() ? line.received().chatName() : null)
                .put("createdAt", Timestamps.format(line.createdAt()));
        line.putMedia(json, false);
        return json;
    }
}
