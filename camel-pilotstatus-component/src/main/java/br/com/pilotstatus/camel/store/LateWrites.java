/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outcomes of claims that their store did not take. Tries them again, the oldest first, until it does. As many wait as
 * there was work under way when the store went away, since without it no new work begins.
 */
final class LateWrites {

    private static final Logger LOG = LoggerFactory.getLogger(LateWrites.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** The oldest first. Guards itself and what is below. */
    private final Map<Subject, Write> waiting = new LinkedHashMap<>();

    private ScheduledExecutorService timer;
    private Duration pause = FIRST_PAUSE;
    private boolean scheduled;

    /**
     * One outcome.
     *
     * @param finishes whether it says that the work is done
     * @param step     writes it; may run again
     * @param matters  whether there is still a point in it
     */
    record Write(ClaimStore store, String key, boolean finishes, Runnable step, BooleanSupplier matters) {

        Subject subject() {
            return new Subject(store, key);
        }

        /** Whether it leaves nothing to be said by an earlier one: what was done once is not undone. */
        boolean replaces(Write earlier) {
            return finishes || !earlier.finishes;
        }
    }

    private record Subject(ClaimStore store, String key) {}

    void start(ScheduledExecutorService threads) {
        synchronized (waiting) {
            timer = threads;
            scheduled = false;
            schedule();
        }
    }

    /** Writes at once when the store takes it, else later; then tells why not at once. */
    Optional<Throwable> write(Write write) {
        return write(List.of(write), write.step());
    }

    /**
     * The same, of several.
     *
     * @param together writes them all
     */
    Optional<Throwable> write(List<Write> writes, Runnable together) {
        Throwable failure = null;
        try {
            together.run();
        } catch (Throwable e) {
            failure = e;
        }
        synchronized (waiting) {
            for (Write write : writes) {
                replaceEarlier(write, failure == null);
            }
            schedule();
        }
        return Optional.ofNullable(failure);
    }

    private void replaceEarlier(Write write, boolean written) {
        Write earlier = waiting.get(write.subject());
        if (earlier == null || write.replaces(earlier)) {
            waiting.remove(write.subject());
            if (!written) {
                waiting.put(write.subject(), write);
            }
        }
    }

    /** Writes what waits for a key, if anything does and its store is there. */
    void catchUp(ClaimStore store, String key) {
        Write write;
        synchronized (waiting) {
            write = waiting.isEmpty() ? null : waiting.get(new Subject(store, key));
        }
        if (write != null) {
            written(write);
        }
    }

    int size() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    void stop(Duration atMost) {
        ScheduledExecutorService threads;
        synchronized (waiting) {
            threads = timer;
            timer = null;
            if (waiting.isEmpty() || threads == null) {
                return;
            }
        }
        try {
            CompletableFuture.runAsync(this::writeAll, threads).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            LOG.debug("The last effort to write outcomes of claims failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = size();
        if (left > 0) {
            LOG.error(
                    "What came of {} claims could not be written before the stop, since their store was away: sends of"
                            + " them stay undecided in the journal, and events may be processed once more",
                    left);
        }
    }

    // What is run again throws nothing that the future could tell, and is not called off.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void schedule() {
        if (timer != null && !scheduled && !waiting.isEmpty()) {
            timer.schedule(this::runAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
            scheduled = true;
        }
    }

    private void runAgain() {
        boolean all = writeAll();
        synchronized (waiting) {
            scheduled = false;
            Duration longer = pause.multipliedBy(2);
            pause = all ? FIRST_PAUSE : longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            schedule();
        }
    }

    /** Whether nothing is left. One that fails is not waited for by those of other stores. */
    private boolean writeAll() {
        boolean all = true;
        List<Write> writes;
        synchronized (waiting) {
            writes = List.copyOf(waiting.values());
        }
        ClaimStore away = null;
        for (Write write : writes) {
            if (write.store() != away && !written(write)) {
                away = write.store();
                all = false;
            }
        }
        return all;
    }

    private boolean written(Write write) {
        try {
            if (write.matters().getAsBoolean()) {
                write.step().run();
            }
            synchronized (waiting) {
                waiting.remove(write.subject(), write);
            }
            return true;
        } catch (Throwable e) {
            LOG.debug("The outcome of a claim could not be written yet", e);
            synchronized (waiting) {
                // To the end, so that one that can never be written does not keep others back.
                if (waiting.remove(write.subject(), write)) {
                    waiting.put(write.subject(), write);
                }
            }
            return false;
        }
    }
}
