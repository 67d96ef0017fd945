/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.MessageMedia;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells the history of messages as the events that a webhook would have got: one for a message that came in, one for
 * each state that a message sent has reached. The fields bear the names that webhooks use; those that webhooks do not
 * have keep the names of the history.
 */
public final class HistoryEvents {

    private static final String INBOUND = "INBOUND";
    private static final String OUTBOUND = "OUTBOUND";
    private static final String TEXT = "text";
    private static final Pattern PLAIN_PHONE = Pattern.compile("[1-9]\\d{7,14}");

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
        ObjectNode data = data(message, false);
        put(data, "from", phone(message.participantPhone()));
        put(data, "participantName", message.participantName());
        put(data, "quotedMessageId", message.repliedToExternalId());
        put(data, "createdAt", message.providerTimestamp() == null ? message.createdAt() : message.providerTimestamp());
        if (message.messageType() != null && !TEXT.equals(message.messageType())) {
            put(data, "mediaType", message.messageType());
        }
        MessageMedia media = message.media();
        if (media != null) {
            put(data, "mediaId", media.id());
            put(data, "mediaLink", media.url());
            put(data, "mediaFilename", media.fileName());
            put(data, "mediaCaption", message.text());
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
        ObjectNode data = data(message, true);
        put(data, "internalMessageId", message.id());
        put(data, "to", phone(message.participantPhone()));
        put(data, "status", state.toUpperCase(Locale.ROOT));
        put(data, "createdAt", at);
        events.add(event("message." + state, data, message));
    }

    private ObjectNode data(HistoryMessage message, boolean fromMe) {
        ObjectNode data = Json.mapper().createObjectNode();
        put(data, "id", message.id());
        put(data, "messageId", message.externalMessageId());
        put(data, "numberId", numberId);
        put(data, "type", message.messageType());
        data.put("fromMe", fromMe);
        put(data, "content", message.text());
        return data;
    }

    /** Adds what webhooks do not have; it must not replace what they do. */
    private static WebhookEvent event(String name, ObjectNode data, HistoryMessage message) {
        put(data, "conversationId", message.conversationId());
        put(data, "direction", message.direction());
        put(data, "providerKind", message.providerKind());
        put(data, "origin", message.origin());
        put(data, "providerTimestamp", message.providerTimestamp());
        put(data, "media", message.media());
        message.additional().forEach((field, value) -> {
            if (!data.has(field)) {
                put(data, field, value);
            }
        });
        ObjectNode event = Json.mapper().createObjectNode().put("event", name);
        event.set("data", data);
        return WebhookEvent.of(event);
    }

    private static void put(ObjectNode data, String field, Object value) {
        if (value != null) {
            data.set(field, Json.mapper().valueToTree(value));
        }
    }

    /** Webhooks write phone numbers with a plus; what else names somebody stays as it is. */
    private static String phone(String participant) {
        boolean plain = participant != null && PLAIN_PHONE.matcher(participant).matches();
        return plain ? "+" + participant : participant;
    }
}
