/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AsyncLoadTest {

    private static final Duration MOMENT = Duration.ofMillis(50);

    @Test
    void callsThatEndAtOnceDoNotPileUp() throws Exception {
        Round round = new AsyncLoad(2, ended -> ended.ended(true)).play(MOMENT);
        assertThat(round.done()).isGreaterThan(1000);
    }

    @Test
    void noMoreCallsAreUnderWayThanAskedFor() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService others = Executors.newFixedThreadPool(8);
        try {
            Round round = new AsyncLoad(4, ended -> {
                        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                        others.execute(() -> {
                            underWay.decrementAndGet();
                            ended.ended(true);
                        });
                    })
                    .play(MOMENT);
            assertThat(round.done()).isPositive();
            assertThat(most.get()).isBetween(1, 4);
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void whatFailedIsNotCountedAsDone() throws Exception {
        Round round = new AsyncLoad(1, ended -> ended.ended(false)).play(MOMENT);
        assertThat(round.done()).isZero();
        assertThat(round.failed()).isPositive();
    }
}
