/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import br.com.pilotstatus.camel.model.StatusRank;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
 * @param overtakenBy the keys of the later states of the same message: once one of them is done, this event is stale
 */
public record EventKey(String value, List<String> overtakenBy) {

    /** How long an event without a time of its own is held for a repeat of the one before. */
    public static final Duration SAME_BYTES = Duration.ofMinutes(15);

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
        String where = scope.length() > LONGEST_SCOPE ? sha256(scope) : scope;
        if (subject == null) {
            return new EventKey(where + "|" + sha256(body), List.of());
        }
        String id = masked(subject);
        String status = Objects.toString(event.status(), "");
        List<String> overtakenBy = event.reportsStatus() && event.statusRank() != null
                ? STATES.stream()
                        .filter(state -> StatusRank.of(state) > event.statusRank())
                        .map(state -> key(where, "message." + state.toLowerCase(Locale.ROOT), id, state))
                        .toList()
                : List.of();
        return new EventKey(key(where, event.name(), id, status), overtakenBy);
    }

    /**
     * The key of an event that has just come in.
     *
     * @param received when it came; a repeat that comes on the other side of a full quarter of an hour counts as new when
     *                 the event does not say when it happened
     */
    public static EventKey received(String scope, WebhookEvent event, byte[] body, Instant received) {
        EventKey key = of(scope, event, body);
        // What Meta sends by itself has ids and times further inside.
        boolean timeless = messageId(event) == null
                && event.createdAt() == null
                && !event.name().equals(WebhookEvent.META_ENVELOPE);
        return timeless
                ? new EventKey(key.value + "|" + received.toEpochMilli() / SAME_BYTES.toMillis(), List.of())
                : key;
    }

    /** Whether an id tells nothing of a person, as far as its letters go. */
    public static boolean isHarmless(String id) {
        // Letters and digits say nothing about a person; WhatsApp's own ids can hold a phone number.
        boolean hasLetter = false;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
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
        return Stream.of("id", "internalMessageId", "messageId")
                .map(event.data()::get)
                .filter(value -> value instanceof String text && !text.isBlank())
                .map(Object::toString)
                .findFirst()
                .orElse(null);
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
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256", e);
        }
    }
}
