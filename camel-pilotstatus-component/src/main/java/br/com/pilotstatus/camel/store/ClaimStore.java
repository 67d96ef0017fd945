/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers who works on what, so that a thing is done once: the inbox of events and the journal of sends are built on
 * it. A key is claimed, then either done or released. Implementations are safe for concurrent use, tell keys apart that
 * differ in one character only, and a failure of the store is an exception, never a silent "yes".
 *
 * <p>{@link #done}, {@link #release} and {@link #renew} may be repeated: what they do, they do once.
 */
public interface ClaimStore {

    /** What a claim came to. */
    enum Status {
        /** The caller holds the key now, and must call {@link #done} or {@link #release} as soon as it knows. */
        CLAIMED,
        /** Somebody holds the key, and what came of it is not known. */
        BUSY,
        /** The work of this key was finished before. */
        DONE
    }

    /**
     * The answer to a claim.
     *
     * @param status  what it came to
     * @param content what the holder of the key claimed it for
     * @param result  what came of the work, once it is done; null before
     * @param token   tells this claim from any other of the same key; null when it was not claimed, or when the store
     *                tells no claims apart
     */
    record Claim(Status status, String content, String result, String token) {

        /** An answer without a token. */
        public Claim(Status status, String content, String result) {
            this(status, content, result, null);
        }
    }

    /**
     * The answers to a claim of several keys.
     *
     * @param claims  the answer for each key, in their order; they end with the first that is {@link Status#BUSY} or later
     * @param results tells what came of a key that was asked about; empty while it is not done. It may ask the store only
     *                then, and fail
     */
    record Claims(List<Claim> claims, Function<String, Optional<String>> results) {}

    /**
     * A claim that is neither done nor released.
     *
     * @param key     the key
     * @param since   when it was claimed
     * @param content what it was claimed for; empty when the store does not tell
     * @param token   tells this claim from any other of the same key; null when the store tells no claims apart
     */
    record OpenClaim(String key, Instant since, String content, String token) {

        /** A claim of which the store tells no more. */
        public OpenClaim(String key, Instant since) {
            this(key, since, "", null);
        }
    }

    /**
     * A key that is done.
     *
     * @param key     the key
     * @param content what it was claimed for; empty when it never was, or when that did not matter
     * @param result  what came of the work
     */
    record FinishedClaim(String key, String content, String result) {}

    /**
     * Claims a key.
     *
     * @param key     any text of up to 512 characters; kept as it is, so it should hold no personal data
     * @param content a fingerprint of what the key is claimed for, up to 128 characters; empty when it does not matter
     * @param lease   how long the claim lasts when its owner vanishes; null for until somebody decides
     */
    Claim claim(String key, String content, Duration lease);

    /**
     * Claims several keys of the same thing, and asks what came of others, in one step where the store can. The caller must
     * call {@link #done} or {@link #release} for each that is {@link Status#CLAIMED}, whatever the other answers are.
     *
     * @param keys  as {@link #claim(String, String, Duration)} takes them, each once
     * @param lease how long the claims last when their owner vanishes; null for until somebody decides
     * @param asked keys that are not claimed, and of which the caller wants to know whether they are done
     */
    default Claims claim(List<String> keys, Duration lease, List<String> asked) {
        List<Claim> claims = new ArrayList<>();
        try {
            for (String key : keys) {
                claims.add(claim(key, "", lease));
            }
        } catch (RuntimeException e) {
            for (int i = 0; i < claims.size(); i++) {
                if (claims.get(i).status() == Status.CLAIMED) {
                    release(keys.get(i), claims.get(i).token());
                }
            }
            throw e;
        }
        return new Claims(claims, this::result);
    }

    /**
     * Records that the work of a key is finished, whoever holds the key by now.
     *
     * @param result what came of it, up to 256 characters; may be empty
     */
    void done(String key, String result);

    /**
     * Records that the work of several keys is finished, in one step where the store can. When it fails, any of them may be
     * recorded.
     *
     * @param results what came of each
     */
    default void done(Map<String, String> results) {
        results.forEach(this::done);
    }

    /**
     * Gives a claimed key back, so that the next claim gets it. A key that is done stays done, and where several share a
     * store, a claim that has a lease is given back only by the one that made it.
     */
    void release(String key);

    /** What came of the work of a key; empty while it is not done, or when that was forgotten. Claims nothing. */
    Optional<String> result(String key);

    /** Claims that are still open, the oldest first, of keys that begin with a text. */
    List<OpenClaim> open(String keyPrefix, int limit);

    /**
     * Keys that begin with a text and were done at a time or later. A store that cannot tell fails, as it does by default;
     * <code>journal-reconcile</code> needs it.
     */
    default List<FinishedClaim> finished(String keyPrefix, Instant since) {
        throw new UnsupportedOperationException(getClass().getName() + " does not tell which keys are done");
    }

    /** The time by which claims are dated: that of this machine, unless the store has a clock of its own. */
    default Instant now() {
        return Instant.now();
    }

    /**
     * Gives back the claim that has this token, and no other. A store that tells no claims apart releases the key.
     *
     * @param token as {@link #claim} gave it
     */
    default void release(String key, String token) {
        release(key);
    }

    /**
     * Lets a claim last longer, while its work goes on.
     *
     * @param token as {@link #claim} gave it
     * @param lease how long it lasts from now on
     * @return whether it does; false when somebody else holds the key by now, or when the store cannot do that, as by
     *         default: then the claim ends with the lease that it was made for
     */
    default boolean renew(String key, String token, Duration lease) {
        return false;
    }

    /**
     * Called in the background when a route that uses the store starts. Fails when the store cannot work as it is, with a
     * text that says what is missing; does nothing by default.
     */
    default void check() {}
}
