/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.model.StatusRank;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a repeated event from a new one. The events of a message are known by the message's id and its state; all others
 * by their bytes, since what an id means there is not established and losing an event is worse than getting it twice.
 * Keys hold no personal data and have a bounded length.
 *
 * @param value       the key of the event
 * @param overtakenBy the keys of the later states of the same message: once one of them is done, this event is stale
 */
public record EventKey(String value, List<String> overtakenBy) {

    // An id of letters and digits says nothing about a person; WhatsApp's own ids can hold a phone number.
    private static final Pattern HARMLESS = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_-]{1,64}");

    private static final List<String> STATES = List.of("SENT", "FAILED", "DELIVERED", "READ");

    /**
     * @param scope what the event was received for, such as the path; events of two scopes never share a key
     * @param event the event
     * @param body  the bytes that it was read from
     */
    public static EventKey of(String scope, WebhookEvent event, byte[] body) {
        String id = event.inbound() || event.reportsStatus() ? subject(event) : null;
        if (id == null) {
            return new EventKey(scope + "|" + sha256(body), List.of());
        }
        String status = Objects.toString(event.status(), "");
        List<String> overtakenBy = event.reportsStatus() && event.statusRank() != null
                ? STATES.stream()
                        .filter(state -> StatusRank.of(state) > event.statusRank())
                        .map(state -> key(scope, "message." + state.toLowerCase(Locale.ROOT), id, state))
                        .toList()
                : List.of();
        return new EventKey(key(scope, event.name(), id, status), overtakenBy);
    }

    /** Whether an id tells nothing of a person, as far as its letters go. */
    public static boolean isHarmless(String id) {
        return HARMLESS.matcher(id).matches();
    }

    private static String key(String scope, String name, String id, String status) {
        return String.join("|", scope, name, masked(id), masked(status));
    }

    private static String subject(WebhookEvent event) {
        return Stream.of("id", "internalMessageId", "messageId")
                .map(event.data()::get)
                .filter(value -> value instanceof String text && !text.isBlank())
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    private static String masked(String part) {
        return part.isEmpty() || isHarmless(part) ? part : sha256(part.getBytes(UTF_8));
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
