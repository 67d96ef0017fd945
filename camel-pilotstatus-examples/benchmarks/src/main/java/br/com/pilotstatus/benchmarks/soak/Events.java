/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.soak;

import br.com.pilotstatus.benchmarks.event.EventLoad;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The numbers of the events of a soak: every eleventh event is one of a second before again, as from a sender that repeats. */
final class Events implements LongSupplier {

    private static final int REPEATED = 11;
    /** Events between the first and the second time; no multiple of {@link #REPEATED}. */
    private static final int AGO = 1500;

    private final AtomicLong posted = new AtomicLong();

    @Override
    public long getAsLong() {
        long event = posted.incrementAndGet();
        return EventLoad.FIRST + (isRepeated(event) ? event - AGO : event);
    }

    private static boolean isRepeated(long event) {
        return event % REPEATED == 0 && event > AGO;
    }

    /** The number of an event, from 1, by the id that {@link EventLoad} gave its message. */
    static long number(String messageId) {
        return Long.parseLong(messageId.substring(EventLoad.ID_PREFIX.length())) - EventLoad.FIRST;
    }

    /** How many different events were posted. */
    long different() {
        return numbers(1);
    }

    /** How many different events were posted whose number can be divided by this. */
    long numbers(int divisor) {
        long last = posted.get();
        long count = 0;
        for (long event = divisor; event <= last; event += divisor) {
            if (!isRepeated(event)) {
                count++;
            }
        }
        return count;
    }
}
