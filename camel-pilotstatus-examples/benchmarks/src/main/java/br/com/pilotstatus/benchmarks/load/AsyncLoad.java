/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many calls under way at any moment; each is followed by the next on the thread that hears of its end. */
public final class AsyncLoad implements Load {

    private static final long HUNG_SECONDS = 60;

    private final int underWay;
    private final AsyncCall call;

    public AsyncLoad(int underWay, AsyncCall call) {
        this.underWay = underWay;
        this.call = call;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when a call does not end within a minute
     */
    @Override
    public Round play(Duration time) throws InterruptedException {
        Meter meter = new Meter();
        CountDownLatch open = new CountDownLatch(underWay);
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < underWay; i++) {
            new Line(meter, open, end).next();
        }
        if (!open.await(time.toSeconds() + HUNG_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " calls did not end");
        }
        return meter.round();
    }

    /** Calls one after the other. */
    private final class Line implements AsyncCall.Ended {

        private final Meter meter;
        private final CountDownLatch open;
        private final long end;
        /** Calls to begin. A call that ends on the thread that began it adds one, so that none begins within another. */
        private final AtomicInteger due = new AtomicInteger();

        private long began;

        Line(Meter meter, CountDownLatch open, long end) {
            this.meter = meter;
            this.open = open;
            this.end = end;
        }

        void next() {
            if (due.getAndIncrement() > 0) {
                return;
            }
            do {
                began = System.nanoTime();
                if (began >= end) {
                    open.countDown();
                    return;
                }
                call.begin(this);
            } while (due.decrementAndGet() > 0);
        }

        @Override
        public void ended(boolean success) {
            meter.ended(began, success);
            next();
        }
    }
}
