/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers who works on what, so that a thing is done once: the inbox of events and the journal of sends are built on
 * it. A key is claimed, then either done or released. Implementations are safe for concurrent use, and a failure of the
 * store is an exception, never a silent "yes".
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
     */
    record Claim(Status status, String content, String result) {}

    /**
     * A claim that is neither done nor released.
     *
     * @param key   the key
     * @param since when it was claimed
     */
    record OpenClaim(String key, Instant since) {}

    /**
     * Claims a key.
     *
     * @param key     any text of up to 512 characters; kept as it is, so it should hold no personal data
     * @param content a fingerprint of what the key is claimed for, up to 128 characters; empty when it does not matter
     * @param lease   how long the claim lasts when its owner vanishes; null for until somebody decides
     */
    Claim claim(String key, String content, Duration lease);

    /**
     * Records that the work of a key is finished.
     *
     * @param result what came of it, up to 256 characters; may be empty
     */
    void done(String key, String result);

    /** Gives a claimed key back, so that the next claim gets it. A key that is done stays done. */
    void release(String key);

    /** What came of the work of a key; empty while it is not done, or when that was forgotten. Claims nothing. */
    Optional<String> result(String key);

    /** Claims that are still open, the oldest first, of keys that begin with a text. */
    List<OpenClaim> open(String keyPrefix, int limit);
}
