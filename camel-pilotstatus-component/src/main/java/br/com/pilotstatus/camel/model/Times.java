/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;

/** Points in time as routes have them: date-time objects, or ISO 8601 text. */
public final class Times {

    /** What a time must be, for messages to people. */
    public static final String EXPECTED = "an ISO 8601 time with an offset, such as 2026-12-24T18:00:00-03:00";

    private Times() {}

    /**
     * The point in time that a value is.
     *
     * @throws DateTimeException when it is none, or one of no particular place
     */
    // Those of java.sql refuse toInstant.
    @SuppressWarnings("JavaUtilDate")
    public static Instant instant(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        return OffsetDateTime.parse(restorePlus(value.toString().trim())).toInstant();
    }

    /**
     * The point in time that a value is; one without an offset is of the given zone.
     *
     * @throws DateTimeException when it is none
     */
    public static Instant instant(Object value, ZoneId zone) {
        if (value instanceof LocalDateTime time) {
            return time.atZone(zone).toInstant();
        }
        try {
            return instant(value);
        } catch (DateTimeException e) {
            return LocalDateTime.parse(value.toString().trim()).atZone(zone).toInstant();
        }
    }

    /** A plus sign in a URI is read as a space, and a time holds no other. */
    private static String restorePlus(String text) {
        return text.replace(' ', '+');
    }
}
