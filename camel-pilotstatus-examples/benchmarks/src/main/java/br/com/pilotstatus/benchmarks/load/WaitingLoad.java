/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** So many threads, each of which calls and waits for the answer, again and again. */
public final class WaitingLoad implements Load {

    private final int threads;
    private final BooleanSupplier call;

    /** @param call says whether it ended as it should */
    public WaitingLoad(int threads, BooleanSupplier call) {
        this.threads = threads;
        this.call = call;
    }

    @Override
    public Round play(Duration time) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try {
            Meter meter = new Meter();
            long end = System.nanoTime() + time.toNanos();
            List<Future<?>> open = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                open.add(callers.submit(() -> call(meter, end)));
            }
            for (Future<?> caller : open) {
                caller.get();
            }
            return meter.round();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller died", e.getCause());
        } finally {
            callers.shutdownNow();
        }
    }

    private void call(Meter meter, long end) {
        for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
            meter.ended(began, call.getAsBoolean());
        }
    }
}
