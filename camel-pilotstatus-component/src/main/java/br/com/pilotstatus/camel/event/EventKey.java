/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import br.com.pilotstatus.camel.model.StatusRank;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.util.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tells a repeated event from a new one. The events of a message are known by the message's id and its state; all others
 * by their bytes, since what an id means there is not established and losing an event is worse than getting it twice. For
 * the same reason, bytes that do not say when it happened are the same event for {@link #SAME_BYTES} only: a number that
 * is connected twice a day may say so in the same words. Keys hold no personal data and have a bounded length.
 *
 * @param value       the key of the event
 * @param alias       the key of the same happening in an envelope of Meta, which knows WhatsApp's id only; null when the
 *                    event has none, or this one already
 * @param overtakenBy the keys of the later states of the same message: once one of them is done, this event is stale
 */
public record EventKey(String value, String alias, List<String> overtakenBy) {

    /** A key without an alias. */
    public EventKey(String value, List<String> overtakenBy) {
        this(value, null, overtakenBy);
    }

    /** How long an event without a time of its own is held for a repeat of the one before. */
    public static final Duration SAME_BYTES = Duration.ofMinutes(15);

    /** What Meta's ids of messages begin with; those of other numbers are told to nobody else, and are less unique. */
    private static final String META_ID = "wamid.";

    private static final int LONGEST_SCOPE = 256;
    private static final int LONGEST_PART = 64;

    private static final List<String> STATES = List.of("SENT", "FAILED", "DELIVERED", "READ");

    /**
     * The key of an event, at most 512 characters long.
     *
     * @param scope what the event was received for, such as the path; events of two scopes never share a key
     * @param event the event
     * @param body  the bytes that it was read from
     */
    public static EventKey of(String scope, WebhookEvent event, byte[] body) {
        String subject = messageId(event);
        String where = where(scope);
        if (subject == null) {
            return new EventKey(where + "|" + sha256(body), List.of());
        }
        String id = masked(subject);
        String status = Objects.toString(event.status(), "");
        String name = subject.startsWith(META_ID) ? kind(event) : event.name();
        return new EventKey(key(where, name, id, status), laterStates(where, event, id));
    }

    /** What an event is called under an id of Meta, who may take for a reply what the service does not, and the other way. */
    private static String kind(WebhookEvent event) {
        return event.name().equals("message.reply") ? "message.received" : event.name();
    }

    private static String where(String scope) {
        return scope.length() > LONGEST_SCOPE ? sha256(scope) : scope;
    }

    private static List<String> laterStates(String where, WebhookEvent event, String id) {
        return event.reportsStatus() && event.statusRank() != null
                ? STATES.stream()
                        .filter(state -> StatusRank.of(state) > event.statusRank())
                        .map(state -> key(where, "message." + state.toLowerCase(Locale.ROOT), id, state))
                        .toList()
                : List.of();
    }

    /**
     * The key of an event that has just come in.
     *
     * @param received when it came; a repeat that comes on the other side of a full quarter of an hour counts as new when
     *                 the event does not say when it happened
     */
    public static EventKey received(String scope, WebhookEvent event, byte[] body, Instant received) {
        EventKey key = of(scope, event, body);
        String metaId = metaId(event);
        if (metaId != null) {
            return key.withAlias(where(scope), event, masked(metaId));
        }
        // What Meta sends by itself has ids and times further inside.
        boolean timeless = messageId(event) == null
                && event.createdAt() == null
                && !event.name().equals(WebhookEvent.META_ENVELOPE);
        return timeless
                ? new EventKey(key.value + "|" + received.toEpochMilli() / SAME_BYTES.toMillis(), List.of())
                : key;
    }

    /** The same, known by Meta's id as well, by which each of its later states may have come, too. */
    private EventKey withAlias(String where, WebhookEvent event, String metaId) {
        String status = event.reportsStatus() ? Objects.toString(event.status(), "") : "";
        String other = key(where, kind(event), metaId, status);
        if (other.equals(value)) {
            return this;
        }
        List<String> later = Stream.concat(overtakenBy.stream(), laterStates(where, event, metaId).stream())
                .toList();
        return new EventKey(value, other, later);
    }

    /** Both keys, the one of the event first. */
    public List<String> values() {
        return alias == null ? List.of(value) : List.of(value, alias);
    }

    /** Meta's id of the message of an event that Meta may tell of, too; null when there is none. */
    private static String metaId(WebhookEvent event) {
        boolean told = (event.inbound() || event.reportsStatus()) && participant(event) == null;
        String id = told ? event.whatsappMessageId() : null;
        return id != null && id.startsWith(META_ID) ? id : null;
    }

    /** Whether an id tells nothing of a person, as far as its letters go. */
    public static boolean isHarmless(String id) {
        // Letters and digits say nothing about a person; WhatsApp's own ids can hold a phone number.
        boolean hasLetter = false;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
                return false;
            }
            hasLetter |= letter;
        }
        return hasLetter && id.length() <= LONGEST_PART;
    }

    private static String key(String scope, String name, String id, String status) {
        return String.join("|", scope, name, id, masked(status));
    }

    /** Null for an event that is known by its bytes. */
    private static String messageId(WebhookEvent event) {
        if (!event.inbound() && !event.reportsStatus()) {
            return null;
        }
        String id = Stream.of("id", "internalMessageId", "messageId")
                .map(field -> text(event, field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String participant = participant(event);
        return id == null || participant == null ? id : id + "|" + participant;
    }

    /** Of a message to a group, Meta tells the states for each participant. */
    private static String participant(WebhookEvent event) {
        return event.reportsStatus() ? text(event, "recipient_participant_id") : null;
    }

    private static String text(WebhookEvent event, String field) {
        return event.data().get(field) instanceof String text && !text.isBlank() ? text : null;
    }

    private static String masked(String part) {
        return part.isEmpty() || isHarmless(part) ? part : sha256(part);
    }

    // As it is in memory: encoding would make one of all halves of characters, and so of ids that differ.
    private static String sha256(String text) {
        ByteBuffer chars = ByteBuffer.allocate(text.length() * Character.BYTES);
        chars.asCharBuffer().put(text);
        return sha256(chars.array());
    }

    private static String sha256(byte[] bytes) {
        return "sha256:" + Sha256.hex(bytes);
    }
}
