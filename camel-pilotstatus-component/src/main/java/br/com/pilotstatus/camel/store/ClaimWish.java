/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import java.time.Duration;
import java.util.List;

/**
 * A claim that somebody asks for: of one key, or of several that belong together.
 *
 * @param asked keys of which is asked whether they are done
 * @param token tells it from any other
 * @param lease how long it lasts; null for until somebody decides
 */
record ClaimWish(List<ClaimKey> keys, List<ClaimKey> asked, String content, String token, Duration lease) {

    NewClaim at(long now, ClaimKey key) {
        return new NewClaim(key, content, token, now, lease == null ? null : now + lease.toMillis());
    }

    /** What it is answered where it is granted. */
    Claim claimed() {
        return new Claim(Status.CLAIMED, content, null, token);
    }
}
