/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long the service was waited for while something was read that takes many calls. What its reader does between them is
 * not counted. For one thread at a time.
 */
public final class ReadingTime {

    /** For how long pages are asked for, one with another. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private final LongSupplier nanoTime;
    private long askedAt;
    private long spent;

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    public ReadingTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The service is asked. */
    public void begin() {
        askedAt = nanoTime.getAsLong();
    }

    /** It has answered, or failed. */
    public void end() {
        spent += nanoTime.getAsLong() - askedAt;
    }

    /** Asks the service, and measures how long that takes. */
    public <T> T of(Supplier<T> reading) {
        begin();
        try {
            return reading.get();
        } finally {
            end();
        }
    }

    public Duration spent() {
        return Duration.ofNanos(spent);
    }

    public boolean isOver() {
        return spent().compareTo(LONGEST) > 0;
    }

    /**
     * To be called before the service is asked again.
     *
     * @throws PilotStatusException when it has been asked for long enough
     */
    public void check(Operation operation) {
        if (isOver()) {
            throw Answers.endless(operation, "pages for more than " + LONGEST.toMinutes() + " minutes");
        }
    }
}
