/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;

/**
 * A send in the journal of which it is not known whether it happened: it is under way, or its outcome was never learned.
 * One that is older than <code>totalTimeout</code> is not under way any more. Holds neither recipient nor text.
 *
 * @param key            its name, which <code>journal-resolve</code> takes
 * @param numberId       id of the number that sends, as <code>whatsappNumberId</code> named it; null when the API key does
 * @param idempotencyKey the route's own name of it
 * @param since          when it was begun
 */
public record JournalEntry(
        String key,
        String numberId,
        String idempotencyKey,
        @IsoTime Instant since) implements JsonRecord {

    private static final long serialVersionUID = 1L;
}
