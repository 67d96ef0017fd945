/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.time.Duration;

/**
 * Remembers who works on what, so that a thing is done once. A key is claimed, then either done or released; a claim
 * whose owner vanished ends with its lease. Implementations are safe for concurrent use, and a failure of the store is
 * an exception, never a silent "yes".
 */
public interface ClaimStore {

    /** What a claim came to. */
    enum Claim {
        /** The caller holds the key now and must call {@link #done} or {@link #release}. */
        CLAIMED,
        /** Somebody else holds the key; ask again later. */
        BUSY,
        /** The work of this key was finished before. */
        DONE
    }

    /**
     * Claims a key.
     *
     * @param key   any text; kept as it is, so it should hold no personal data
     * @param lease how long the claim lasts when neither done nor released; positive
     */
    Claim claim(String key, Duration lease);

    /** Records that the work of a claimed key is finished. */
    void done(String key);

    /** Gives a claimed key back, so that the next claim gets it. A key that is done stays done. */
    void release(String key);
}
