/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.error.Failure;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Backoff backoff = new Backoff(3, false, new Random(1));

    private static PilotStatusException failure(Outcome outcome, boolean retryable, Duration retryAfter, int attempts) {
        return new PilotStatusException(
                "a", new Failure(outcome, null, null, Map.of(), retryable, retryAfter, attempts), null);
    }

    private static PilotStatusException refused(int attempts) {
        return failure(Outcome.REFUSED, true, null, attempts);
    }

    @Test
    void theWaitIsRandomUpToABoundThatDoubles() {
        Duration longestFirst = Duration.ZERO;
        Duration longestSecond = Duration.ZERO;
        for (int i = 0; i < 1000; i++) {
            Duration first = backoff.delay(refused(1), MINUTE).orElseThrow();
            Duration second = backoff.delay(refused(2), MINUTE).orElseThrow();
            longestFirst = first.compareTo(longestFirst) > 0 ? first : longestFirst;
            longestSecond = second.compareTo(longestSecond) > 0 ? second : longestSecond;
        }
        assertThat(longestFirst).isBetween(Duration.ofMillis(450), Duration.ofMillis(500));
        assertThat(longestSecond).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
    }

    @Test
    void theLastTryIsNotRepeated() {
        assertThat(backoff.delay(refused(3), MINUTE)).isEmpty();
    }

    @Test
    void whatIsNotRetryableIsNotRepeated() {
        assertThat(backoff.delay(failure(Outcome.REFUSED, false, null, 1), MINUTE))
                .isEmpty();
        assertThat(backoff.delay(failure(Outcome.UNKNOWN, false, null, 1), MINUTE))
                .isEmpty();
    }

    @Test
    void anUnknownCallIsRepeatedOnlyWhereTheOptionSaysSo() {
        Backoff careless = new Backoff(3, true, new Random(1));
        assertThat(careless.delay(failure(Outcome.UNKNOWN, false, null, 1), MINUTE))
                .isPresent();
    }

    @Test
    void theWaitIsNeverShorterThanTheServiceAsks() {
        PilotStatusException failure = failure(Outcome.REFUSED, true, Duration.ofSeconds(7), 1);
        assertThat(backoff.delay(failure, MINUTE)).contains(Duration.ofSeconds(7));
    }

    @Test
    void aWaitThatDoesNotFitTheTimeLeftIsNotBegun() {
        PilotStatusException failure = failure(Outcome.REFUSED, true, Duration.ofSeconds(7), 1);
        assertThat(backoff.delay(failure, Duration.ofSeconds(7))).isEmpty();
    }
}
