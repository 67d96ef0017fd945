/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulator's time: real time plus whatever it was advanced by. Tasks run one at a time, in the order they fall due,
 * on the clock's own thread or, while it is advanced, on the caller's.
 */
public final class SimulatorClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorClock.class);

    private final ReentrantLock running = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
    private final Thread thread = new Thread(this::loop, "pilotstatus-simulator-clock");
    private volatile long offset;
    private volatile long stopped = -1;
    private long order;
    private boolean closed;

    /** Starts the thread that runs what falls due. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The present moment, to the millisecond. */
    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }

    /** Runs the task when its moment has come, at once when it is in the past. */
    public void schedule(Instant due, Runnable task) {
        lock.lock();
        try {
            Task added = new Task(due.toEpochMilli(), order++, task);
            boolean first = tasks.isEmpty() || added.due() < tasks.peek().due();
            tasks.add(added);
            if (first) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves time forward and runs everything that falls due on the way, each task at its own moment. Returns when they
     * have run. Work they start on other threads, such as a webhook call, goes on by itself.
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The clock can only be advanced by a positive duration");
        }
        running.lock();
        try {
            long target = millis() + by.toMillis();
            for (Optional<Task> next = takeDue(target); next.isPresent(); next = takeDue(target)) {
                stopped = Math.max(millis(), next.get().due());
                next.get().run();
            }
            offset = target - System.currentTimeMillis();
            stopped = -1;
            wake();
        } finally {
            running.unlock();
        }
    }

    /** Drops all tasks and returns to real time. */
    public void reset() {
        running.lock();
        lock.lock();
        try {
            tasks.clear();
            offset = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
            running.unlock();
        }
    }

    /** Waits for the task that is running and runs no other. */
    @Override
    public void close() {
        running.lock();
        lock.lock();
        try {
            closed = true;
            tasks.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
            running.unlock();
        }
    }

    private long millis() {
        long at = stopped;
        return at >= 0 ? at : System.currentTimeMillis() + offset;
    }

    private Optional<Task> takeDue(long until) {
        lock.lock();
        try {
            Task first = tasks.peek();
            return !closed && first != null && first.due() <= until ? Optional.of(tasks.remove()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        while (awaitDue()) {
            running.lock();
            try {
                takeDue(millis()).ifPresent(Task::run);
            } finally {
                running.unlock();
            }
        }
    }

    private boolean awaitDue() {
        lock.lock();
        try {
            while (!closed) {
                Task first = tasks.peek();
                if (first == null) {
                    changed.await();
                } else if (first.due() <= millis()) {
                    return true;
                } else {
                    changed.await(first.due() - millis(), TimeUnit.MILLISECONDS);
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private record Task(long due, long order, Runnable work) {
        // One failing task must not end the clock for all others.
        void run() {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("A scheduled task of the simulator failed", e);
            }
        }
    }
}
