/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A claim whose work goes on. Tells whether it still stands, as far as this node can know. */
public final class HeldClaim {

    private static final Logger LOG = LoggerFactory.getLogger(HeldClaim.class);

    private final ClaimStore store;
    private final String key;
    private final String token;
    private final Duration lease;
    private volatile long renewedAt;
    private volatile boolean extended = true;

    /** @param begun a moment before the claim was made, by {@link System#nanoTime} */
    HeldClaim(ClaimStore store, String key, Claim claim, Duration lease, long begun) {
        this.store = store;
        this.key = key;
        this.token = claim.token();
        this.lease = lease;
        this.renewedAt = begun;
    }

    ClaimStore store() {
        return store;
    }

    /** The key that is claimed. */
    public String key() {
        return key;
    }

    /** Whether its lease has not ended yet; past that, the key may be somebody else's. */
    boolean stands() {
        return System.nanoTime() - renewedAt < lease.toNanos();
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - renewedAt >= age.toNanos();
    }

    /** Makes the lease begin anew, unless that was found impossible before. */
    void extend() {
        if (!extended) {
            return;
        }
        long now = System.nanoTime();
        extended = store.renew(key, token, lease);
        if (extended) {
            renewedAt = now;
        } else {
            LOG.warn(
                    "The claim of an event that is still being processed could not be extended: when its lease ends, the"
                            + " event may be processed once more");
        }
    }

    void release() {
        if (token == null) {
            store.release(key);
        } else {
            store.release(key, token);
        }
    }
}
