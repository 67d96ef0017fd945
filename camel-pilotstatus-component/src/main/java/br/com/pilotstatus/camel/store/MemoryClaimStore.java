/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    /** The oldest claim first. */
    private final Map<String, Held> active = new LinkedHashMap<>();
    /** In the order they were done in. */
    private final Map<String, Held> done = new LinkedHashMap<>();

    private long claims;

    /** @param until end of the lease or of the retention */
    private record Held(String content, String result, String token, Instant since, Instant until) {}

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
    public synchronized Claim claim(String key, String content, Duration lease) {
        if (lease != null && (lease.isNegative() || lease.isZero())) {
            throw new IllegalArgumentException("lease must be positive");
        }
        Instant now = clock.instant();
        forgetExpired(done, now);
        Held finished = done.get(key);
        if (finished != null) {
            return new Claim(Status.DONE, finished.content(), finished.result());
        }
        Held held = active.get(key);
        if (held != null && now.isBefore(held.until())) {
            return new Claim(Status.BUSY, held.content(), null);
        }
        // Taken out first, so that a claim taken over counts as the newest.
        active.remove(key);
        makeRoom(now);
        String token = Long.toString(++claims);
        active.put(key, new Held(content, null, token, now, lease == null ? Instant.MAX : now.plus(lease)));
        return new Claim(Status.CLAIMED, content, null, token);
    }

    @Override
    public synchronized void done(String key, String result) {
        Instant now = clock.instant();
        Held held = active.remove(key);
        done.remove(key);
        makeRoom(now);
        String content = held == null ? "" : held.content();
        done.put(key, new Held(content, result, null, now, now.plus(retention)));
    }

    @Override
    public synchronized void release(String key) {
        active.remove(key);
    }

    @Override
    public synchronized void release(String key, String token) {
        if (holds(key, token)) {
            active.remove(key);
        }
    }

    @Override
    public synchronized boolean renew(String key, String token, Duration lease) {
        if (!holds(key, token)) {
            return false;
        }
        Held held = active.get(key);
        active.put(
                key,
                new Held(
                        held.content(),
                        null,
                        token,
                        held.since(),
                        clock.instant().plus(lease)));
        return true;
    }

    private boolean holds(String key, String token) {
        Held held = active.get(key);
        return held != null && held.token().equals(token);
    }

    @Override
    public synchronized Optional<String> result(String key) {
        forgetExpired(done, clock.instant());
        return Optional.ofNullable(done.get(key)).map(Held::result);
    }

    @Override
    public synchronized List<OpenClaim> open(String keyPrefix, int limit) {
        return active.entrySet().stream()
                .filter(claim -> claim.getKey().startsWith(keyPrefix))
                .limit(limit)
                .map(claim -> new OpenClaim(
                        claim.getKey(),
                        claim.getValue().since(),
                        claim.getValue().content(),
                        claim.getValue().token()))
                .toList();
    }

    @Override
    public synchronized List<FinishedClaim> finished(String keyPrefix, Instant since) {
        return done.entrySet().stream()
                .filter(claim -> claim.getKey().startsWith(keyPrefix)
                        && !claim.getValue().since().isBefore(since))
                .map(claim -> new FinishedClaim(
                        claim.getKey(),
                        claim.getValue().content(),
                        claim.getValue().result()))
                .toList();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private void makeRoom(Instant now) {
        if (active.size() + done.size() < capacity) {
            return;
        }
        if (!done.isEmpty()) {
            removeOldest(done);
            return;
        }
        // Any of them, since a claim that was renewed ends later than those after it.
        active.values().removeIf(held -> !now.isBefore(held.until()));
        if (active.size() >= capacity) {
            throw new IllegalStateException(
                    "The store holds " + capacity + " claims that are all being worked on; no room for another");
        }
    }

    private static void forgetExpired(Map<String, Held> held, Instant now) {
        Iterator<Held> oldestFirst = held.values().iterator();
        while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().until())) {
            oldestFirst.remove();
        }
    }

    private static void removeOldest(Map<String, Held> held) {
        Iterator<String> oldestFirst = held.keySet().iterator();
        oldestFirst.next();
        oldestFirst.remove();
    }
}
