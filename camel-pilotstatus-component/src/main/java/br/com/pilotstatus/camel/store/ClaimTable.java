/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimStore.FinishedClaim;
import br.com.pilotstatus.camel.store.ClaimStore.OpenClaim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The rows of a claim store one by one, in SQL that every database understands. A change names the state it expects to
 * find, so that of two nodes one wins.
 */
record ClaimTable(String name) {

    /**
     * Adds a claim.
     *
     * @return null when it was added; else why not, which is that the key is there if it is
     */
    SQLException insert(Connection connection, NewClaim claim) throws SQLException {
        String sql = "INSERT INTO " + name
                + " (claim_id, claim_key, content, owner, since, lease_until, status) VALUES (?, ?, ?, ?, ?, ?, '"
                + ClaimRow.CLAIMED + "')";
        return Statements.refusal(
                connection,
                sql,
                claim.key().id(),
                claim.key().text(),
                claim.content(),
                claim.token(),
                claim.since(),
                claim.leaseUntil());
    }

    /** Adds a key that is done; false when it is there already. */
    boolean insertDone(Connection connection, ClaimKey key, String result, long since) throws SQLException {
        String sql = "INSERT INTO " + name
                + " (claim_id, claim_key, content, owner, since, result, status) VALUES (?, ?, '', '', ?, ?, '"
                + ClaimRow.DONE + "')";
        return Statements.refusal(connection, sql, key.id(), key.text(), since, result) == null;
    }

    /** The row of a key; null when there is none. */
    ClaimRow read(Connection connection, ClaimKey key) throws SQLException {
        String sql = "SELECT " + ClaimRow.COLUMNS + " FROM " + name + " WHERE claim_id = ?";
        try (PreparedStatement statement = Statements.prepare(connection, sql, key.id());
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? ClaimRow.read(rows) : null;
        }
    }

    /** Turns a row that is over into a new claim; false when it has changed since it was read. */
    boolean takeOver(Connection connection, ClaimRow read, NewClaim claim) throws SQLException {
        // The holder of a claim may have renewed it.
        String sql = "UPDATE " + name + " SET status = '" + ClaimRow.CLAIMED
                + "', result = NULL, content = ?, owner = ?, since = ?, lease_until = ?"
                + " WHERE claim_id = ? AND since = ? AND status = ? AND (lease_until = ? OR status = '" + ClaimRow.DONE
                + "')";
        return Statements.update(
                        connection,
                        sql,
                        claim.content(),
                        claim.token(),
                        claim.since(),
                        claim.leaseUntil(),
                        claim.key().id(),
                        read.since(),
                        read.done() ? ClaimRow.DONE : ClaimRow.CLAIMED,
                        read.leaseUntil())
                == 1;
    }

    /** Marks a key as done; false when there is no such key. */
    boolean finish(Connection connection, ClaimKey key, String result, long since) throws SQLException {
        String sql =
                "UPDATE " + name + " SET status = '" + ClaimRow.DONE + "', result = ?, since = ? WHERE claim_id = ?";
        return Statements.update(connection, sql, result, since, key.id()) == 1;
    }

    /** Lets the claim with a token last longer; false when there is none. */
    boolean renew(Connection connection, ClaimKey key, String token, long leaseUntil) throws SQLException {
        String sql = "UPDATE " + name + " SET lease_until = ? WHERE claim_id = ? AND owner = ? AND status = '"
                + ClaimRow.CLAIMED + "'";
        return Statements.update(connection, sql, leaseUntil, key.id(), token) == 1;
    }

    /** Removes the claim with a token. */
    void release(Connection connection, ClaimKey key, String token) throws SQLException {
        Statements.update(
                connection,
                "DELETE FROM " + name + " WHERE claim_id = ? AND owner = ? AND status = '" + ClaimRow.CLAIMED + "'",
                key.id(),
                token);
    }

    /** Removes claims, each of which has a token that no other has. */
    void release(Connection connection, List<ClaimWish> claims) throws SQLException {
        List<Object> ids = Statements.padded(claims.stream()
                .flatMap(claim -> claim.keys().stream())
                .map(ClaimKey::id)
                .toList());
        List<Object> tokens =
                Statements.padded(claims.stream().map(ClaimWish::token).toList());
        Statements.update(
                connection,
                "DELETE FROM " + name + " WHERE status = '" + ClaimRow.CLAIMED + "' AND claim_id IN ("
                        + Statements.marks(ids.size()) + ") AND owner IN (" + Statements.marks(tokens.size()) + ")",
                Stream.concat(ids.stream(), tokens.stream()).toArray());
    }

    /** Removes a claim that has no lease, or whose token begins so. */
    void releaseOwn(Connection connection, ClaimKey key, String tokenPrefix) throws SQLException {
        Statements.update(
                connection,
                "DELETE FROM " + name + " WHERE claim_id = ? AND (lease_until IS NULL OR owner LIKE ?) AND status = '"
                        + ClaimRow.CLAIMED + "'",
                key.id(),
                tokenPrefix + "%");
    }

    List<OpenClaim> open(Connection connection, String keyPrefix, int limit) throws SQLException {
        String sql = "SELECT claim_key, since, content, owner FROM " + name + " WHERE status = '" + ClaimRow.CLAIMED
                + "' AND claim_key LIKE ? ESCAPE '!' ORDER BY since";
        List<OpenClaim> open = new ArrayList<>();
        try (PreparedStatement statement =
                        Statements.prepare(connection, sql, literally(ClaimKey.text(keyPrefix)) + "%");
                ResultSet rows = statement.executeQuery()) {
            while (open.size() < limit && rows.next()) {
                String key = ClaimKey.read(rows.getString(1));
                // To some databases, capitals are the same as small letters.
                if (key.startsWith(keyPrefix)) {
                    open.add(new OpenClaim(
                            key,
                            Instant.ofEpochMilli(rows.getLong(2)),
                            Objects.requireNonNullElse(rows.getString(3), ""),
                            Objects.requireNonNullElse(rows.getString(4), "")));
                }
            }
        }
        return open;
    }

    List<FinishedClaim> finished(Connection connection, String keyPrefix, long since) throws SQLException {
        String sql = "SELECT claim_key, content, result FROM " + name + " WHERE status = '" + ClaimRow.DONE
                + "' AND since >= ? AND claim_key LIKE ? ESCAPE '!'";
        List<FinishedClaim> finished = new ArrayList<>();
        try (PreparedStatement statement =
                        Statements.prepare(connection, sql, since, literally(ClaimKey.text(keyPrefix)) + "%");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String key = ClaimKey.read(rows.getString(1));
                if (key.startsWith(keyPrefix)) {
                    finished.add(new FinishedClaim(
                            key,
                            Objects.requireNonNullElse(rows.getString(2), ""),
                            Objects.requireNonNullElse(rows.getString(3), "")));
                }
            }
        }
        return finished;
    }

    private static String literally(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }
}
