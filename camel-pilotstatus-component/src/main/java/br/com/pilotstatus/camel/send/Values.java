/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the values that routes have at hand into those the API takes. */
final class Values {

    private Values() {}

    /** The variables as texts; the API takes nothing else. */
    static Map<String, Object> variables(Map<String, Object> variables) {
        Map<String, Object> texts = new LinkedHashMap<>();
        variables.forEach((name, value) -> texts.put(name, variable("variables." + name, value)));
        return texts;
    }

    private static String variable(String field, Object value) {
        if (value == null) {
            throw new PilotStatusValidationException(field, "is null");
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
            String text = value.toString();
            if (text.isBlank()) {
                throw new PilotStatusValidationException(field, "must not be blank");
            }
            return text;
        }
        if (value instanceof Number number) {
            return wholeNumber(field, number);
        }
        throw new PilotStatusValidationException(
                field,
                "must be text or a whole number, not a " + value.getClass().getSimpleName());
    }

    /** Only whole numbers have one way to be written; a price or a rate is for the route to format. */
    private static String wholeNumber(String field, Number number) {
        try {
            BigInteger whole =
                    number instanceof BigInteger big ? big : new BigDecimal(number.toString()).toBigIntegerExact();
            return whole.toString();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new PilotStatusValidationException(field, "is a number with a fraction: format it as text");
        }
    }

    /** A point in time as ISO 8601 in UTC; null stays null. */
    static String instant(String field, Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Instant instant) {
            return instant.toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        try {
            return OffsetDateTime.parse(value.toString().trim()).toInstant().toString();
        } catch (DateTimeException e) {
            // Without the cause, whose text quotes the value.
            throw new PilotStatusValidationException(
                    field, "must be an ISO 8601 time with an offset, such as 2026-12-24T18:00:00-03:00");
        }
    }
}
