/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimStore.FinishedClaim;
import br.com.pilotstatus.camel.store.ClaimStore.OpenClaim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a claim store, in SQL that every database understands. A change names the state it expects to find, so
 * that of two nodes one wins. Empty texts may come back as null from the database, and are empty again here.
 */
record ClaimTable(String name) {

    private static final String CLAIMED = "CLAIMED";
    private static final String DONE = "DONE";
    /** SQL states of this class are about constraints. */
    private static final String CONSTRAINT = "23";

    /**
     * A row as it was read.
     *
     * @param token      of the claim that it was made or last taken over with
     * @param leaseUntil end of the lease; null when it has none
     */
    record Row(boolean done, String content, String result, String token, long since, Long leaseUntil) {}

    /**
     * A claim to be written.
     *
     * @param leaseUntil end of the lease; null when it has none
     */
    record NewClaim(String content, String token, long since, Long leaseUntil) {}

    /**
     * Adds a claim.
     *
     * @return null when it was added; else why not, which is that the key is there if it is
     */
    SQLException insert(Connection connection, ClaimKey key, NewClaim claim) throws SQLException {
        String sql = "INSERT INTO " + name
                + " (claim_id, claim_key, content, owner, since, lease_until, status) VALUES (?, ?, ?, ?, ?, ?, '"
                + CLAIMED + "')";
        try {
            update(
                    connection,
                    sql,
                    key.id(),
                    key.text(),
                    claim.content(),
                    claim.token(),
                    claim.since(),
                    claim.leaseUntil());
            return null;
        } catch (SQLException e) {
            return constraint(e);
        }
    }

    /** Adds a key that is done; false when it is there already. */
    boolean insertDone(Connection connection, ClaimKey key, String result, long since) throws SQLException {
        String sql = "INSERT INTO " + name
                + " (claim_id, claim_key, content, owner, since, result, status) VALUES (?, ?, '', '', ?, ?, '" + DONE
                + "')";
        try {
            return update(connection, sql, key.id(), key.text(), since, result) == 1;
        } catch (SQLException e) {
            constraint(e);
            return false;
        }
    }

    // Which constraint it was, each database says in its own way; whether the key is there, all say alike.
    private static SQLException constraint(SQLException e) throws SQLException {
        if (e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT)) {
            return e;
        }
        throw e;
    }

    /** The row of a key; null when there is none. */
    Row read(Connection connection, ClaimKey key) throws SQLException {
        String sql = "SELECT status, content, result, owner, since, lease_until FROM " + name + " WHERE claim_id = ?";
        try (PreparedStatement statement = prepare(connection, sql, key.id());
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            long until = rows.getLong(6);
            Long leaseUntil = rows.wasNull() ? null : until;
            boolean done = DONE.equals(rows.getString(1));
            return new Row(done, text(rows, 2), text(rows, 3), text(rows, 4), rows.getLong(5), leaseUntil);
        }
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    /** Turns a row that is over into a new claim; false when it has changed since it was read. */
    boolean takeOver(Connection connection, ClaimKey key, Row read, NewClaim claim) throws SQLException {
        // The holder of a claim may have renewed it.
        String sql = "UPDATE " + name + " SET status = '" + CLAIMED + "', result = NULL, content = ?, owner = ?,"
                + " since = ?, lease_until = ? WHERE claim_id = ? AND since = ? AND status = ?"
                + " AND (lease_until = ? OR status = '" + DONE + "')";
        return update(
                        connection,
                        sql,
                        claim.content(),
                        claim.token(),
                        claim.since(),
                        claim.leaseUntil(),
                        key.id(),
                        read.since(),
                        read.done() ? DONE : CLAIMED,
                        read.leaseUntil())
                == 1;
    }

    /** Marks a key as done; false when there is no such key. */
    boolean finish(Connection connection, ClaimKey key, String result, long since) throws SQLException {
        String sql = "UPDATE " + name + " SET status = '" + DONE + "', result = ?, since = ? WHERE claim_id = ?";
        return update(connection, sql, result, since, key.id()) == 1;
    }

    /** Lets the claim with a token last longer; false when there is none. */
    boolean renew(Connection connection, ClaimKey key, String token, long leaseUntil) throws SQLException {
        String sql = "UPDATE " + name + " SET lease_until = ? WHERE claim_id = ? AND owner = ? AND status = '" + CLAIMED
                + "'";
        return update(connection, sql, leaseUntil, key.id(), token) == 1;
    }

    /** Removes the claim with a token. */
    void release(Connection connection, ClaimKey key, String token) throws SQLException {
        update(
                connection,
                "DELETE FROM " + name + " WHERE claim_id = ? AND owner = ? AND status = '" + CLAIMED + "'",
                key.id(),
                token);
    }

    /** Removes a claim that has no lease, or whose token begins so. */
    void releaseOwn(Connection connection, ClaimKey key, String tokenPrefix) throws SQLException {
        update(
                connection,
                "DELETE FROM " + name + " WHERE claim_id = ? AND (lease_until IS NULL OR owner LIKE ?) AND status = '"
                        + CLAIMED + "'",
                key.id(),
                tokenPrefix + "%");
    }

    List<OpenClaim> open(Connection connection, String keyPrefix, int limit) throws SQLException {
        String sql = "SELECT claim_key, since, content, owner FROM " + name + " WHERE status = '" + CLAIMED
                + "' AND claim_key LIKE ? ESCAPE '!' ORDER BY since";
        List<OpenClaim> open = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, literally(ClaimKey.text(keyPrefix)) + "%");
                ResultSet rows = statement.executeQuery()) {
            while (open.size() < limit && rows.next()) {
                String key = ClaimKey.read(rows.getString(1));
                // To some databases, capitals are the same as small letters.
                if (key.startsWith(keyPrefix)) {
                    open.add(new OpenClaim(key, Instant.ofEpochMilli(rows.getLong(2)), text(rows, 3), text(rows, 4)));
                }
            }
        }
        return open;
    }

    List<FinishedClaim> finished(Connection connection, String keyPrefix, long since) throws SQLException {
        String sql = "SELECT claim_key, content, result FROM " + name + " WHERE status = '" + DONE
                + "' AND since >= ? AND claim_key LIKE ? ESCAPE '!'";
        List<FinishedClaim> finished = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, since, literally(ClaimKey.text(keyPrefix)) + "%");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String key = ClaimKey.read(rows.getString(1));
                if (key.startsWith(keyPrefix)) {
                    finished.add(new FinishedClaim(key, text(rows, 2), text(rows, 3)));
                }
            }
        }
        return finished;
    }

    /** Removes what was done, and claims whose lease ended, before a time. */
    void deleteOverBefore(Connection connection, long time) throws SQLException {
        update(
                connection,
                "DELETE FROM " + name + " WHERE (status = '" + DONE + "' AND since < ?) OR (status = '" + CLAIMED
                        + "' AND lease_until < ?)",
                time,
                time);
    }

    private static String literally(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                // Only the end of a lease may be missing.
                statement.setNull(i + 1, Types.BIGINT);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
