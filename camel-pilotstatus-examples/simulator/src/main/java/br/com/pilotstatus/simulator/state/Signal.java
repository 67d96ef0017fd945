/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Wakes threads that wait for some state to come about; raising it costs next to nothing while nobody waits. */
final class Signal {

    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();

    /** To be called after the state has changed. */
    void raise() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                raised.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The wanted value as soon as it is there; empty after the timeout. */
    <T> Optional<T> await(Supplier<Optional<T>> wanted, Duration timeout) {
        long left = timeout.toNanos();
        // Registered before the first look, so that a change between look and wait is not missed.
        waiting.incrementAndGet();
        lock.lock();
        try {
            while (true) {
                Optional<T> found = wanted.get();
                if (found.isPresent() || left <= 0) {
                    return found;
                }
                left = raised.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }
}
