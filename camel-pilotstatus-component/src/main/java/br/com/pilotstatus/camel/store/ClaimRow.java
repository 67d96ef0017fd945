/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/**
 * A row of the table as it was read. Empty texts may come back as null from the database, and are empty again here.
 *
 * @param token      of the claim that it was made or last taken over with
 * @param leaseUntil end of the lease; null when it has none
 */
record ClaimRow(boolean done, String content, String result, String token, long since, Long leaseUntil) {

    static final String CLAIMED = "CLAIMED";
    static final String DONE = "DONE";

    /** What {@link #read} wants to find. */
    static final String COLUMNS = "claim_id, status, content, result, owner, since, lease_until";

    /** Reads the row that a result stands at. */
    static ClaimRow read(ResultSet rows) throws SQLException {
        boolean done = DONE.equals(rows.getString("status"));
        String content = Objects.requireNonNullElse(rows.getString("content"), "");
        String result = Objects.requireNonNullElse(rows.getString("result"), "");
        String token = Objects.requireNonNullElse(rows.getString("owner"), "");
        long since = rows.getLong("since");
        long until = rows.getLong("lease_until");
        return new ClaimRow(done, content, result, token, since, rows.wasNull() ? null : until);
    }

    /** Whether it was made by a claim, as it is when the answer to that was lost. */
    boolean isOf(String claimToken) {
        return !done && token.equals(claimToken);
    }

    /** Whether its key may be claimed anew. */
    boolean isOver(long now, Duration retention) {
        return done ? now >= since + retention.toMillis() : leaseUntil != null && now >= leaseUntil;
    }

    /** What somebody else is told who wants its key. */
    Claim answer() {
        return done ? new Claim(Status.DONE, content, result) : new Claim(Status.BUSY, content, null);
    }
}
