/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.Times;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * What the journal keeps of a message: fingerprints that tell whether another one is the same, and by which the message is
 * found again in the history of the service. Its text fits the 128 characters that a claim store keeps.
 *
 * @param message     fingerprint of all of it but its times, which a route may compute anew at each try
 * @param destination fingerprint of where it goes
 * @param shown       fingerprint of what the history shows of it
 * @param due         when it is to be delivered; null for at once
 * @param numberId    the number that was chosen to send it; null when the key chose it, or when it is no plain id
 */
record JournalContent(String message, Fingerprint destination, Fingerprint shown, Instant due, String numberId) {

    private static final String VERSION = "2";
    private static final String SEPARATOR = "|";
    private static final int PARTS = 6;
    private static final int MAX_LENGTH = 128;
    private static final int DIGITS = 36;
    private static final List<String> TIMES = List.of("deliverAt", "deliverUntil");
    /** The order of fields makes no other message. */
    private static final ObjectWriter CANONICAL = Json.mapper().writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    /** @param message as it is sent, which this takes apart */
    static JournalContent of(ObjectNode message, String numberId) throws JacksonException {
        Fingerprint destination = Fingerprint.ofDestination(message);
        Fingerprint shown = Fingerprint.ofShown(message);
        Instant due = due(message.path("deliverAt").asText(""));
        String hash = Fingerprint.hash(CANONICAL.writeValueAsString(message.remove(TIMES)));
        return new JournalContent(hash, destination, shown, due, numberId);
    }

    private static Instant due(String deliverAt) {
        try {
            return deliverAt.isEmpty() ? null : Times.instant(deliverAt);
        } catch (DateTimeException e) {
            // Only where the route asked for no checks; the service refuses it.
            return null;
        }
    }

    /** Reads what {@link #text} wrote; null when something else did. */
    static JournalContent parse(String text) {
        String[] parts = text.split("\\|", PARTS);
        if (parts.length < PARTS || !parts[0].equals(VERSION)) {
            return null;
        }
        return new JournalContent(
                parts[1],
                new Fingerprint(parts[2]),
                new Fingerprint(parts[3]),
                parts[4].isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(parts[4], DIGITS)),
                parts[5].isEmpty() ? null : parts[5]);
    }

    String text() {
        String text = String.join(
                SEPARATOR,
                VERSION,
                message,
                destination.text(),
                shown.text(),
                due == null ? "" : Long.toString(due.getEpochSecond(), DIGITS),
                "");
        return numberId == null || text.length() + numberId.length() > MAX_LENGTH ? text : text + numberId;
    }

    /** Whether a text was kept for this message; it counts as such when it cannot be read. */
    boolean isOf(String text) {
        JournalContent kept = parse(text);
        return kept == null || kept.message.equals(message);
    }
}
