/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What happened, in order, of which the latest part is kept: bounded by number and by weight. Threads can wait for an
 * entry to arrive.
 */
public final class BoundedLog<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Signal appended = new Signal();
    private final Deque<T> entries = new ArrayDeque<>();
    private final int maxEntries;
    private final long maxWeight;
    private final ToLongFunction<T> weigher;
    private long weight;
    private long total;

    public BoundedLog(int maxEntries, long maxWeight, ToLongFunction<T> weigher) {
        this.maxEntries = maxEntries;
        this.maxWeight = maxWeight;
        this.weigher = weigher;
    }

    /** Adds the entry made for the next number (from 1) and returns the oldest ones, forgotten since they no longer fit. */
    public List<T> append(LongFunction<T> entryNumbered) {
        return appendIf(() -> true, entryNumbered);
    }

    /** The same, if the entry is wanted when its turn has come: nothing is cleared between that question and the entry. */
    public List<T> appendIf(BooleanSupplier wanted, LongFunction<T> entryNumbered) {
        List<T> forgotten = add(wanted, entryNumbered);
        appended.raise();
        return forgotten;
    }

    private List<T> add(BooleanSupplier wanted, LongFunction<T> entryNumbered) {
        lock.lock();
        try {
            if (!wanted.getAsBoolean()) {
                return List.of();
            }
            T entry = entryNumbered.apply(total + 1);
            entries.addLast(entry);
            weight += weigher.applyAsLong(entry);
            total++;
            return shrink();
        } finally {
            lock.unlock();
        }
    }

    private List<T> shrink() {
        if (entries.size() <= maxEntries && weight <= maxWeight) {
            return List.of();
        }
        List<T> forgotten = new ArrayList<>();
        while (entries.size() > 1 && (entries.size() > maxEntries || weight > maxWeight)) {
            T oldest = entries.removeFirst();
            weight -= weigher.applyAsLong(oldest);
            forgotten.add(oldest);
        }
        return forgotten;
    }

    /** The entries that are kept, oldest first. */
    public List<T> entries() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** How many entries were ever added since the last {@link #clear()}, kept or not. */
    public long total() {
        lock.lock();
        try {
            return total;
        } finally {
            lock.unlock();
        }
    }

    /** The first kept entry that matches, waiting for one if there is none yet; empty after the timeout. */
    public Optional<T> await(Predicate<? super T> wanted, Duration timeout) {
        // Each round looks at everything again: what was seen before may have been dropped or cleared meanwhile.
        return appended.await(() -> entries().stream().filter(wanted).findFirst(), timeout);
    }

    public void clear() {
        lock.lock();
        try {
            entries.clear();
            weight = 0;
            total = 0;
        } finally {
            lock.unlock();
        }
    }
}
