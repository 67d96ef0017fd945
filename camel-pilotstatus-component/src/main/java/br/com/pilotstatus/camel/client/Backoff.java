/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Tries again what is safe to repeat: exponential backoff with full jitter, and never sooner than the service asks. A
 * wait that would not end within the call's total time is not begun.
 *
 * @param maxAttempts   tries in all, the first one included
 * @param repeatUnknown whether a call that may have happened is repeated too
 * @param random        for the jitter
 */
public record Backoff(int maxAttempts, boolean repeatUnknown, RandomGenerator random) {

    // Not the default generator of the JVM: that one is not for several threads, and missing where the JVM or the class
    // loader leaves out the module it is in.
    private static final RandomGenerator RANDOM = new Random();
    private static final Duration FIRST = Duration.ofMillis(500);
    /** Keeps the shift below from overflowing; the total time ends the tries long before. */
    private static final int MAX_DOUBLINGS = 16;

    public Backoff(int maxAttempts, boolean repeatUnknown) {
        this(maxAttempts, repeatUnknown, RANDOM);
    }

    /**
     * How long to wait before the next try.
     *
     * @param failure   how the last try ended
     * @param remaining what is left of the call's total time
     * @return empty to fail now
     */
    public Optional<Duration> delay(PilotStatusException failure, Duration remaining) {
        boolean repeatable = failure.isRetryable() || (repeatUnknown && failure.getOutcome() == Outcome.UNKNOWN);
        if (!repeatable || failure.getAttempts() >= maxAttempts) {
            return Optional.empty();
        }
        Duration delay = jitter(failure.getAttempts() - 1);
        Duration floor = failure.getRetryAfter();
        if (floor != null && floor.compareTo(delay) > 0) {
            delay = floor;
        }
        return delay.compareTo(remaining) < 0 ? Optional.of(delay) : Optional.empty();
    }

    private Duration jitter(int doublings) {
        long most = FIRST.toMillis() << Math.min(doublings, MAX_DOUBLINGS);
        return Duration.ofMillis(random.nextLong(most + 1));
    }
}
