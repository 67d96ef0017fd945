/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.DateRange;
import br.com.pilotstatus.simulator.api.operation.Paging;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.Progress;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code GET /messages/history}: what the number wrote and was written in the last 30 days. */
final class ListMessageHistory implements ApiOperation {

    private static final Duration KEPT = Duration.ofDays(30);

    private final World world;
    private final ChatHistory history;

    ListMessageHistory(World world) {
        this.world = world;
        this.history = new ChatHistory(world);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedNumber number = call.requireNumber();
        DateRange range = DateRange.of(call.query());
        Paging paging = Paging.of(call.query());
        Instant oldest = world.clock().now().minus(KEPT);
        List<ChatLine> lines = history.lines(number).stream()
                .filter(line -> line.providerTime().isAfter(oldest))
                .filter(line -> range.contains(line.providerTime()))
                .toList();
        return paging.answer("messages", lines, line -> json(line, number));
    }

    private ObjectNode json(ChatLine line, SimulatedNumber number) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", line.id())
                .put("conversationId", history.conversationId(number, line.chat()))
                .put("direction", line.direction())
                .put("providerKind", number.provider().name())
                .put("messageType", line.type())
                .put("text", line.text())
                .put("providerTimestamp", Timestamps.format(line.providerTime()))
                .put("createdAt", Timestamps.format(line.createdAt()));
        line.putMedia(json, number.isMeta());
        if (line.isInbound()) {
            putReceived(json, line.received());
        } else {
            putSent(json, line.sent(), number);
        }
        return json;
    }

    private static void putReceived(ObjectNode json, InboundMessage message) {
        json.put("externalMessageId", message.text("messageId"))
                .put("status", message.isFromMe() ? "SENT" : "RECEIVED")
                .putNull("origin")
                .put("participantName", message.text("participantName"))
                .put("participantPhone", message.text(message.isFromMe() ? "to" : "from"))
                .put("repliedToExternalId", message.text("quotedMessageId"));
    }

    private static void putSent(ObjectNode json, SimulatedMessage message, SimulatedNumber number) {
        Progress progress = message.progress();
        json.put("externalMessageId", progress.externalMessageId())
                .put("status", progress.status().name())
                .put("origin", number.name())
                .put("participantPhone", message.order().destination().value())
                .put("sentAt", Timestamps.format(progress.sentAt()))
                .put("deliveredAt", Timestamps.format(progress.deliveredAt()))
                .put("readAt", Timestamps.format(progress.readAt()));
    }
}
