/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.LateWrites.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after claims in the background: lets them last while their work goes on, and writes what came of them once a store
 * that was away can be reached. One for all stores of an application; safe for concurrent use.
 */
public final class ClaimKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimKeeper.class);

    /** How many times a claim is extended within its lease: one that fails leaves time for others. */
    private static final int EXTENSIONS = 5;

    private final Set<HeldClaim> held = ConcurrentHashMap.newKeySet();
    private final LateWrites late = new LateWrites();
    private final Duration lease;
    private volatile ScheduledExecutorService timer;

    /** @param lease how long the claims that it holds last at a time, positive */
    public ClaimKeeper(Duration lease) {
        this.lease = lease;
    }

    /** How long the claims that it holds last at a time. */
    public Duration lease() {
        return lease;
    }

    /** Begins to work, with threads that are the caller's to end after {@link #stop}. */
    // It ends with the threads, and what is run throws nothing that the future could tell.
    @SuppressWarnings("FutureReturnValueIgnored")
    public void start(ScheduledExecutorService threads) {
        timer = threads;
        late.start(threads);
        Duration often = lease.dividedBy(EXTENSIONS);
        threads.scheduleWithFixedDelay(
                () -> extendAll(often), often.toMillis(), often.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Ends its work with one more effort to write what is to be written.
     *
     * @param atMost how long that may take
     */
    public void stop(Duration atMost) {
        timer = null;
        late.stop(atMost);
    }

    /** Asks a store in the background whether it can work, and says in the log what is missing. */
    public void check(ClaimStore store) {
        ScheduledExecutorService threads = timer;
        if (threads != null) {
            threads.execute(() -> {
                try {
                    store.check();
                } catch (Throwable e) {
                    LOG.warn("A claim store cannot work now", e);
                }
            });
        }
    }

    /**
     * Keeps a claim alive until its work ends by {@link #done} or {@link #release}.
     *
     * @param claim what the store answered
     * @param begun a moment before the claim was made, by {@link System#nanoTime}
     */
    public HeldClaim hold(ClaimStore store, String key, Claim claim, long begun) {
        HeldClaim holding = new HeldClaim(store, key, claim, lease, begun);
        held.add(holding);
        return holding;
    }

    /**
     * Records that the work of a claim is finished.
     *
     * @param result what came of it; may be empty
     * @return why that could not be written yet; it will be as soon as the store can be reached
     */
    public Optional<Throwable> done(HeldClaim claim, String result) {
        return done(claim.store(), Map.of(claim, result));
    }

    /**
     * Records that the work of several claims is finished, in one step where the store can.
     *
     * @param store   of all of them
     * @param results what came of each; may be empty
     * @return why that could not be written yet; it will be as soon as the store can be reached
     */
    public Optional<Throwable> done(ClaimStore store, Map<HeldClaim, String> results) {
        if (results.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> byKey = new LinkedHashMap<>();
        List<Write> writes = new ArrayList<>();
        results.forEach((claim, result) -> {
            held.remove(claim);
            byKey.put(claim.key(), result);
            writes.add(finished(store, claim.key(), result));
        });
        return late.write(writes, () -> store.done(byKey));
    }

    /**
     * Records that the work of a key is finished.
     *
     * @return why that could not be written yet; it will be as soon as the store can be reached
     */
    public Optional<Throwable> done(ClaimStore store, String key, String result) {
        return late.write(finished(store, key, result));
    }

    private static Write finished(ClaimStore store, String key, String result) {
        return new Write(store, key, true, () -> store.done(key, result), () -> true);
    }

    /**
     * Gives a claim back. One whose lease has ended is let be.
     *
     * @return why that could not be written yet; it will be as soon as the store can be reached
     */
    public Optional<Throwable> release(HeldClaim claim) {
        held.remove(claim);
        return claim.stands()
                ? late.write(new Write(claim.store(), claim.key(), false, claim::release, claim::stands))
                : Optional.empty();
    }

    /**
     * Gives a key back that was claimed without a lease, unless somebody decided it and it was claimed anew meanwhile.
     *
     * @param token as the store gave it; null when it tells no claims apart
     * @return why that could not be written yet; it will be as soon as the store can be reached
     */
    public Optional<Throwable> release(ClaimStore store, String key, String token) {
        Runnable release = token == null ? () -> store.release(key) : () -> store.release(key, token);
        return late.write(new Write(store, key, false, release, () -> true));
    }

    /** Writes what is known of a key and not in its store yet, before the key is claimed again. */
    public void catchUp(ClaimStore store, String key) {
        late.catchUp(store, key);
    }

    /** How many outcomes of claims wait for their store. */
    public int waiting() {
        return late.size();
    }

    private void extendAll(Duration age) {
        Set<ClaimStore> away = new HashSet<>();
        for (HeldClaim claim : held) {
            if (claim.isOlderThan(age) && !away.contains(claim.store())) {
                try {
                    claim.extend();
                } catch (Throwable e) {
                    away.add(claim.store());
                    LOG.warn("Claims of events that are being processed could not be extended; it is tried again", e);
                }
            }
        }
    }
}
