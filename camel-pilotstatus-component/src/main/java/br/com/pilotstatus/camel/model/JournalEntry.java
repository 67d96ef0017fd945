/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;
import java.time.Instant;

/**
 * A send in the journal of which it is not known whether it happened: it is under way, or its outcome was never learned.
 * One that is older than <code>totalTimeout</code> is not under way any more.
 *
 * @param key   its name, which <code>journal-resolve</code> takes; ends in the idempotency key
 * @param since when it was begun
 */
public record JournalEntry(String key, Instant since) implements Serializable {

    private static final long serialVersionUID = 1L;
}
