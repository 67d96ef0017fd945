/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import br.com.pilotstatus.camel.event.EventData;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.MessageMedia;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Tells the history of messages as the events that a webhook would have got: one for a message that came in, one for
 * each state that a message sent has reached. The fields bear the names that webhooks use; those that webhooks do not
 * have keep the names of the history.
 */
public final class HistoryEvents {

    private static final String INBOUND = "INBOUND";
    private static final String OUTBOUND = "OUTBOUND";
    private static final String TEXT = "text";

    private final String numberId;

    /** @param numberId id of the number whose history it is, which the history does not say; may be null */
    public HistoryEvents(String numberId) {
        this.numberId = numberId;
    }

    /** Whether it can be told which way the message went. If not, it makes no events. */
    public static boolean understands(HistoryMessage message) {
        return is(message, INBOUND) || is(message, OUTBOUND);
    }

    /** The events of a message, in the order in which they happened; none for one that has not been sent yet. */
    public List<WebhookEvent> of(HistoryMessage message) {
        if (is(message, INBOUND)) {
            return List.of(received(message));
        }
        return is(message, OUTBOUND) ? states(message) : List.of();
    }

    private static boolean is(HistoryMessage message, String direction) {
        return direction.equalsIgnoreCase(message.direction());
    }

    private WebhookEvent received(HistoryMessage message) {
        EventData data = data(message, false)
                .put("from", EventData.phone(message.participantPhone()))
                .put("participantName", message.participantName())
                .put("quotedMessageId", message.repliedToExternalId())
                .put(
                        "createdAt",
                        message.providerTimestamp() == null ? message.createdAt() : message.providerTimestamp());
        if (message.messageType() != null && !TEXT.equals(message.messageType())) {
            data.put("mediaType", message.messageType());
        }
        MessageMedia media = message.media();
        if (media != null) {
            data.put("mediaId", media.id())
                    .put("mediaLink", media.url())
                    .put("mediaFilename", media.fileName())
                    .put("mediaCaption", message.text());
        }
        String answered = Objects.toString(message.repliedToExternalId(), "");
        return event(answered.isBlank() ? "message.received" : "message.reply", data, message);
    }

    private List<WebhookEvent> states(HistoryMessage message) {
        List<WebhookEvent> events = new ArrayList<>();
        addState(events, message, "sent", message.sentAt());
        addState(events, message, "delivered", message.deliveredAt());
        addState(events, message, "read", message.readAt());
        addState(events, message, "failed", null);
        return events;
    }

    /** Adds a state that the message has reached: it tells when, or it is in that state now. */
    private void addState(List<WebhookEvent> events, HistoryMessage message, String state, Instant at) {
        if (at == null && !state.equalsIgnoreCase(message.status())) {
            return;
        }
        EventData data = data(message, true)
                .put("internalMessageId", message.id())
                .put("to", EventData.phone(message.participantPhone()))
                .put("status", state.toUpperCase(Locale.ROOT))
                .put("createdAt", at);
        events.add(event("message." + state, data, message));
    }

    private EventData data(HistoryMessage message, boolean fromMe) {
        return new EventData()
                .put("id", message.id())
                .put("messageId", message.externalMessageId())
                .put("numberId", numberId)
                .put("type", message.messageType())
                .put("fromMe", fromMe)
                .put("content", message.text());
    }

    private static WebhookEvent event(String name, EventData data, HistoryMessage message) {
        data.put("conversationId", message.conversationId())
                .put("direction", message.direction())
                .put("providerKind", message.providerKind())
                .put("origin", message.origin())
                .put("providerTimestamp", message.providerTimestamp())
                .put("media", message.media());
        message.additional().forEach(data::add);
        return data.event(name);
    }
}
