/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * So many calls a second, whether those before have ended or not. Latency counts from when a call was due, so that a pause is
 * not hidden by the calls that it held up.
 */
public final class SteadyLoad implements Load {

    private static final long HUNG_SECONDS = 60;

    private final int perSecond;
    private final AsyncCall call;

    public SteadyLoad(int perSecond, AsyncCall call) {
        this.perSecond = perSecond;
        this.call = call;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when a call does not end within a minute
     */
    @Override
    public Round play(Duration time) throws InterruptedException {
        int calls = Math.toIntExact(time.toMillis() * perSecond / 1000);
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        CountDownLatch open = new CountDownLatch(calls);
        Meter meter = new Meter();
        long next = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            next += interval;
            LockSupport.parkNanos(next - System.nanoTime());
            long due = next;
            call.begin(success -> {
                meter.ended(due, success);
                open.countDown();
            });
        }
        if (!open.await(HUNG_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " calls did not end");
        }
        return meter.round();
    }
}
