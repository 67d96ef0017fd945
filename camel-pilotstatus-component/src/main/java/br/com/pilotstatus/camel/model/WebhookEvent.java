/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An event that Pilot Status reported: its name, its data as received, and typed views that read the current payload and
 * the older one alike. A view is null when the event says nothing about it. Immutable; prints no data.
 *
 * @param name such as <code>message.received</code>; {@value #META_ENVELOPE} for an envelope of Meta passed on unchanged
 * @param data all fields of the event, unknown ones included; unmodifiable to the last level
 * @param json the whole event as it was received
 */
public record WebhookEvent(String name, Map<String, Object> data, String json) implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public static final String META_ENVELOPE = EventFields.META_ENVELOPE;

    private static final String REPLY = "message.reply";
    private static final Set<String> INBOUND = Set.of("message.received", REPLY, "message.group", "message.newsletter");
    private static final Set<String> STATUS =
            Set.of("message.sent", "message.delivered", "message.read", "message.failed");
    private static final String[] TIMES = {
        "createdAt", "sentAt", "deliveredAt", "readAt", "failedAt", "receivedAt", "happenedAt"
    };

    public WebhookEvent {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(json, "json");
    }

    /** Reads an event back from its JSON, for instance after it went through a queue. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WebhookEvent of(JsonNode event) {
        return of(event, event.toString());
    }

    /**
     * Reads an event.
     *
     * @param  event                    the parsed JSON
     * @param  json                     the text it was parsed from
     * @throws IllegalArgumentException when it has no event name; the text names the rule and quotes nothing
     */
    public static WebhookEvent of(JsonNode event, String json) {
        EventFields fields = EventFields.read(event);
        return new WebhookEvent(fields.name(), fields.data(), json);
    }

    /** Id of the event's subject (<code>data.id</code>). */
    public String id() {
        return first("id");
    }

    /** Id that sending returned for the message this event is about; of a reply, for the message replied to. */
    public String messageId() {
        if (REPLY.equals(name)) {
            return first("messageRepliedId");
        }
        return reportsStatus() ? first("internalMessageId", "id") : first("internalMessageId");
    }

    /** WhatsApp's own id of the message. */
    public String whatsappMessageId() {
        return first("messageId");
    }

    /** Who sent the message; a phone number in E.164, as a rule. */
    public String from() {
        return fields().from();
    }

    /** Who the message was sent to. */
    public String to() {
        return fields().to();
    }

    /** What the message says: its text, the answer of a reply, or the caption of a media. */
    public String text() {
        return fields().text();
    }

    /** Kind of the message, such as <code>text</code> or <code>image</code>. */
    public String type() {
        return fields().type();
    }

    /** State that the event reports, in upper case. */
    public String status() {
        String status = fields().upperCase("status");
        return status == null && reportsStatus()
                ? name.substring(name.indexOf('.') + 1).toUpperCase(Locale.ROOT)
                : status;
    }

    /** Rank of a message's state, see {@link StatusRank}; the states of calls and numbers have none. */
    public Integer statusRank() {
        return name.startsWith("message.") ? StatusRank.of(status()) : null;
    }

    /** Whether the message was sent from the number itself. */
    public boolean fromMe() {
        return Boolean.parseBoolean(first("fromMe"));
    }

    /** Whether somebody wrote: to the number, to a group, or to a channel. */
    public boolean inbound() {
        return INBOUND.contains(name);
    }

    /** Whether it tells what became of a message that was sent. */
    public boolean reportsStatus() {
        return STATUS.contains(name);
    }

    /** Id of the number the event belongs to; null when Meta tells it. */
    public String numberId() {
        return fields().numberId();
    }

    /** Meta's id of that number, where Meta tells it or the media of the event needs it. */
    public String phoneNumberId() {
        return first("phoneNumberId");
    }

    /** WhatsApp's id of the message that this one answers. */
    public String quotedMessageId() {
        return fields().quotedMessageId();
    }

    /** Id of the button or of the row of a list that was chosen. */
    public String buttonId() {
        return first("buttonId");
    }

    /** Why the message failed. */
    public String errorCode() {
        return first("errorCode");
    }

    /** The same in words, which may quote the message or its recipient. */
    public String errorMessage() {
        return first("errorMessage");
    }

    /** Name that the sender goes by. */
    public String participantName() {
        return first("participantName", "fromName");
    }

    public String groupId() {
        return first("groupId");
    }

    public String groupName() {
        return first("groupName");
    }

    /** Id of the channel. */
    public String newsletterId() {
        return first("newsletterId");
    }

    public String newsletterName() {
        return first("newsletterName");
    }

    /** Id that the message shares with what belongs to it; sending returned it beside the message's own. */
    public String correlationId() {
        return first("correlationId");
    }

    /** The media that came with the message; null when there is nothing to fetch. */
    public EventMedia media() {
        return EventMedia.of(fields());
    }

    /** The reaction that the event is. */
    public EventReaction reaction() {
        return EventReaction.of(fields());
    }

    /** The place that was sent. */
    public EventLocation location() {
        return EventLocation.of(fields());
    }

    /** The cards of an address book that were sent; empty when there are none. */
    public List<EventContact> contacts() {
        return EventContact.of(fields());
    }

    /** The advertisement or post that brought the sender to write. */
    public Referral referral() {
        Map<String, Object> referral = fields().object("referral");
        return referral == null ? null : Referral.of(referral);
    }

    /** The call that a <code>call.*</code> event is about. */
    public EventCall call() {
        return EventCall.of(fields());
    }

    /** The number that a <code>number.*</code> event is about. */
    public EventNumber number() {
        return EventNumber.of(fields());
    }

    /** When it happened; null too when the time cannot be read. */
    public Instant createdAt() {
        return LenientInstant.parse(first(TIMES));
    }

    @JsonValue
    JsonNode tree() throws JsonProcessingException {
        return Json.mapper().readTree(json);
    }

    @Override
    public String toString() {
        return "WebhookEvent[name=" + name + ", data=xxxxxx]";
    }

    private EventFields fields() {
        return new EventFields(name, data);
    }

    private String first(String... fields) {
        return EventFields.first(data, fields);
    }
}
