/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.Progress;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what one number wrote and was written as the lists of messages show it. */
final class ChatJson {

    private final ChatHistory history;
    private final SimulatedNumber number;

    ChatJson(ChatHistory history, SimulatedNumber number) {
        this.history = history;
        this.number = number;
    }

    /** A line of {@code GET /messages/history}. */
    ObjectNode ofHistory(ChatLine line) {
        ObjectNode json = line(line)
                .put("providerKind", number.provider().name())
                .put("messageType", line.type())
                .put("text", line.text())
                .put("providerTimestamp", Timestamps.format(line.providerTime()));
        if (line.isInbound()) {
            putReceived(json, line.received());
        } else {
            putSent(json, line.sent());
        }
        return json;
    }

    /** A line of {@code GET /messages/group}. */
    ObjectNode ofGroup(ChatLine line) {
        return line(line)
                .put("type", line.type())
                .put("content", line.text())
                .put("from", line.isInbound() ? line.received().text("from") : number.e164())
                .put("fromName", line.isInbound() ? line.received().text("participantName") : number.name())
                .put("groupId", line.chat().value())
                .put("groupName", line.isInbound() ? line.received().chatName() : null);
    }

    /** A line of {@code GET /messages/unread}, which has only what came in. */
    ObjectNode ofUnread(ChatLine line, long unreadInChat) {
        return line(line)
                .put("conversationUnreadCount", unreadInChat)
                .put("type", line.type())
                .put("content", line.text())
                .put("from", line.received().text("from"))
                .put("fromName", line.received().text("participantName"))
                .putNull("readAt");
    }

    private ObjectNode line(ChatLine line) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", line.id())
                .put("conversationId", history.conversationId(number, line.chat()))
                .put("direction", line.direction())
                .put("createdAt", Timestamps.format(line.createdAt()));
        line.putMedia(json, number.isMeta());
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

    private void putSent(ObjectNode json, SimulatedMessage message) {
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
