/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;

/** Reads query parameters; says what is wrong with them by name and rule, never by value. */
public final class QueryValues {

    private static final int MOST_DIGITS = 9;

    private QueryValues() {}

    /** A whole number from 1 to a maximum; the default when the parameter is absent. */
    public static int number(UnaryOperator<String> query, String name, int whenAbsent, int max) {
        String text = query.apply(name);
        if (text == null) {
            return whenAbsent;
        }
        boolean digits =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(text) : 0;
        if (value < 1 || value > max) {
            throw ApiException.invalid(name + " must be a number from 1 to " + max);
        }
        return value;
    }

    /** A time in ISO 8601 with its offset, null when the parameter is absent. */
    public static Instant time(UnaryOperator<String> query, String name) {
        String text = query.apply(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ApiException.invalid(name + " must be a time such as 2026-01-31T12:00:00Z");
        }
    }

    /** A parameter that must be there and not be blank. */
    public static String required(UnaryOperator<String> query, String name) {
        String text = query.apply(name);
        if (text == null || text.isBlank()) {
            throw ApiException.invalid("the query parameter " + name + " is missing");
        }
        return text;
    }
}
