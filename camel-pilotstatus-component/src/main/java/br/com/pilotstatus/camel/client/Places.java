/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The places of calls under way. Those that find none stand in line, which holds no thread; the first comes first. */
public final class Places {

    /** Stands in line. */
    @FunctionalInterface
    interface Waiter {

        /** A place is free for it. Quick, since it runs on the thread of a call that ends; false when it waits no more. */
        boolean take();
    }

    private final int size;
    private final Lock lock = new ReentrantLock();
    private final Set<Waiter> line = new LinkedHashSet<>();
    private int taken;

    public Places(int size) {
        this.size = size;
    }

    /** Takes a place if one is free; whoever took one must {@link #leave}. */
    boolean tryEnter() {
        lock.lock();
        try {
            if (taken == size) {
                return false;
            }
            taken++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a place, now or when one is free. */
    void enter(Waiter waiter) {
        lock.lock();
        try {
            if (taken == size) {
                line.add(waiter);
                return;
            }
            taken++;
        } finally {
            lock.unlock();
        }
        if (!waiter.take()) {
            leave();
        }
    }

    /** Stands in line no more. */
    void giveUp(Waiter waiter) {
        lock.lock();
        try {
            line.remove(waiter);
        } finally {
            lock.unlock();
        }
    }

    /** Gives a place back, to the first in line that still wants it. */
    void leave() {
        Waiter next = next();
        while (next != null && !next.take()) {
            next = next();
        }
    }

    /** The first in line, who is to have the place; null when there is none, and the place is free. */
    private Waiter next() {
        lock.lock();
        try {
            if (line.isEmpty()) {
                taken--;
                return null;
            }
            Waiter first = line.iterator().next();
            line.remove(first);
            return first;
        } finally {
            lock.unlock();
        }
    }

    int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
