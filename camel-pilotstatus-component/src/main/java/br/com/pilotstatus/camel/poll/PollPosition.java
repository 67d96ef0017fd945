/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far a consumer has come in the history of messages.
 *
 * @param since when it began; older messages are none of its business
 * @param upTo  time of the newest message up to which all are processed
 */
public record PollPosition(Instant since, Instant upTo) {

    private static final String SEPARATOR = "/";

    /** Begins now. Cut to the second, since that is all that WhatsApp tells of a message's time. */
    public static PollPosition startingAt(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new PollPosition(second, second);
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @throws IllegalStateException when it is something else
     */
    public static PollPosition parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        try {
            if (parts.length == 2) {
                return new PollPosition(Instant.parse(parts[0]), Instant.parse(parts[1]));
            }
        } catch (DateTimeException e) {
            throw new IllegalStateException(unreadable(), e);
        }
        throw new IllegalStateException(unreadable());
    }

    private static String unreadable() {
        return "What the inbox holds as the position of this consumer is no position";
    }

    public String toText() {
        return since + SEPARATOR + upTo;
    }

    /** Where to begin to look, so as to see messages that appear that much late. */
    public Instant lookFrom(Duration overlap) {
        Instant from = upTo.minus(overlap);
        return from.isBefore(since) ? since : from;
    }

    /**
     * The next position.
     *
     * @param seen up to where the history was seen
     * @param left time of the oldest message that must come again, which it does not pass; null when there is none
     */
    public PollPosition movedTo(Instant seen, Instant left) {
        Instant place = left != null && left.isBefore(seen) ? left : seen;
        return new PollPosition(since, place.isBefore(since) ? since : place);
    }

    /** Both times in the form of an ISO 8601 interval. */
    @Override
    public String toString() {
        return toText();
    }
}
