/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiException;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The days a list is asked for, both ends included.
 *
 * @param start the beginning, null for none
 * @param end the end, null for none
 */
public record DateRange(Instant start, Instant end) {

    /** Reads {@code startDate} and {@code endDate}. */
    public static DateRange of(UnaryOperator<String> query) {
        DateRange range = new DateRange(QueryValues.time(query, "startDate"), QueryValues.time(query, "endDate"));
        if (range.start != null && range.end != null && range.start.isAfter(range.end)) {
            throw new ApiException(400, "INVALID_DATE_RANGE", "startDate must not be after endDate");
        }
        return range;
    }

    public boolean contains(Instant time) {
        return (start == null || !time.isBefore(start)) && (end == null || !time.isAfter(end));
    }
}
