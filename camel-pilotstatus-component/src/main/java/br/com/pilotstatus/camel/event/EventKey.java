/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.model.WebhookEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a repeated event from a new one. The events of a message are known by the message's id and its state; all others
 * by their bytes, since what an id means there is not established and losing an event is worse than getting it twice.
 * The key holds no personal data and has a bounded length.
 */
public final class EventKey {

    // An id of letters and digits says nothing about a person; WhatsApp's own ids can hold a phone number.
    private static final Pattern HARMLESS = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_-]{1,64}");

    private EventKey() {}

    /**
     * @param scope what the event was received for, such as the path; events of two scopes never share a key
     * @param event the event
     * @param body  the bytes that it was read from
     */
    public static String of(String scope, WebhookEvent event, byte[] body) {
        String id = event.inbound() || event.reportsStatus() ? subject(event) : null;
        return id == null
                ? scope + "|" + sha256(body)
                : String.join("|", scope, event.name(), masked(id), masked(Objects.toString(event.status(), "")));
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
        return part.isEmpty() || HARMLESS.matcher(part).matches() ? part : sha256(part.getBytes(UTF_8));
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
