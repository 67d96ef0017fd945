/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Claims in memory, for one JVM and while it lives. Each call takes constant time. A full store forgets the key that was
 * done longest ago, never one that is being worked on.
 */
public final class MemoryClaimStore implements ClaimStore {

    public static final int DEFAULT_CAPACITY = 100_000;
    public static final Duration DEFAULT_RETENTION = Duration.ofHours(24);

    private final int capacity;
    private final Duration retention;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    /** Key to the end of its lease, the oldest claim first. */
    private final Map<String, Instant> active = new LinkedHashMap<>();
    /** Key to the end of its retention, which is the order they were done in. */
    private final Map<String, Instant> done = new LinkedHashMap<>();

    public MemoryClaimStore() {
        this(DEFAULT_CAPACITY, DEFAULT_RETENTION, InstantSource.system());
    }

    /**
     * @param capacity  how many keys to hold at most, at least one
     * @param retention how long a key stays done, positive
     * @param clock     tells the time that leases and retention are measured by
     */
    public MemoryClaimStore(int capacity, Duration retention, InstantSource clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1");
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("retention must be positive");
        }
        this.capacity = capacity;
        this.retention = retention;
        this.clock = clock;
    }

    /** {@inheritDoc} Fails with IllegalStateException when the store is full of keys that are being worked on. */
    @Override
    public Claim claim(String key, Duration lease) {
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("lease must be positive");
        }
        lock.lock();
        try {
            Instant now = clock.instant();
            forgetExpired(done, now);
            if (done.containsKey(key)) {
                return Claim.DONE;
            }
            Instant leased = active.get(key);
            if (leased != null && now.isBefore(leased)) {
                return Claim.BUSY;
            }
            // Taken out first, so that a claim taken over counts as the newest.
            active.remove(key);
            makeRoom(now);
            active.put(key, now.plus(lease));
            return Claim.CLAIMED;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void done(String key) {
        lock.lock();
        try {
            Instant now = clock.instant();
            active.remove(key);
            done.remove(key);
            makeRoom(now);
            done.put(key, now.plus(retention));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void release(String key) {
        lock.lock();
        try {
            active.remove(key);
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom(Instant now) {
        if (active.size() + done.size() < capacity) {
            return;
        }
        if (!done.isEmpty()) {
            removeOldest(done);
            return;
        }
        forgetExpired(active, now);
        if (active.size() >= capacity) {
            throw new IllegalStateException(
                    "The store holds " + capacity + " claims that are all being worked on; no room for another");
        }
    }

    private static void forgetExpired(Map<String, Instant> ends, Instant now) {
        Iterator<Entry<String, Instant>> oldestFirst = ends.entrySet().iterator();
        while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().getValue())) {
            oldestFirst.remove();
        }
    }

    private static void removeOldest(Map<String, Instant> ends) {
        Iterator<String> oldestFirst = ends.keySet().iterator();
        oldestFirst.next();
        oldestFirst.remove();
    }
}
