/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Times;
import br.com.pilotstatus.camel.value.TextValues;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.camel.Exchange;

/**
 * When a message is delivered, as ISO 8601 in UTC. A duration counts from when its exchange began, so that a repetition of
 * the exchange asks for the same.
 */
final class DeliveryTimes {

    /** Clocks differ, and calls take time. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final ZoneId zone;

    /** @param zone zone of times without an offset; null when these are refused */
    DeliveryTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** The value as the API takes it; null stays null. */
    String read(String field, Object value, Exchange exchange) {
        Object given = TextValues.time(field, value, exchange);
        if (given == null) {
            return null;
        }
        try {
            Duration duration = duration(given);
            if (duration == null) {
                return instant(given).toString();
            }
            if (!duration.isNegative()) {
                Instant began = Instant.ofEpochMilli(exchange.getClock().getCreated());
                return began.plus(duration).toString();
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Without the cause, whose text quotes the value.
            throw invalid(
                    field,
                    "must be " + Times.EXPECTED
                            + ", without an offset only together with timeZone, or a duration such as" + " PT2H");
        }
        throw invalid(field, "must not be a negative duration");
    }

    private static Duration duration(Object value) {
        if (value instanceof Duration duration) {
            return duration;
        }
        boolean written = value.toString().trim().toUpperCase(Locale.ROOT).matches("[+-]?P.*");
        return written ? Duration.parse(value.toString().trim()) : null;
    }

    private Instant instant(Object value) {
        return zone == null ? Times.instant(value) : Times.instant(value, zone);
    }

    static void check(Draft message) {
        Instant earliest = Instant.now().minus(TOLERANCE);
        Instant from = parse(message.deliverAt);
        Instant until = parse(message.deliverUntil);
        if (from != null && from.isBefore(earliest)) {
            throw invalid("deliverAt", "must not be in the past");
        }
        if (until != null && until.isBefore(earliest)) {
            throw invalid("deliverUntil", "must not be in the past");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw invalid("deliverUntil", "must not be before deliverAt");
        }
    }

    private static Instant parse(Object time) {
        return time == null ? null : Instant.parse(time.toString());
    }

    private static PilotStatusValidationException invalid(String field, String rule) {
        return new PilotStatusValidationException(ErrorCode.TIME_INVALID, field, rule);
    }
}
