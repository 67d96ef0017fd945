/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimStore.OpenClaim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The table of a claim store, in SQL that every database understands. A change names the state it expects to find, so
 * that of two nodes one wins.
 */
record ClaimTable(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    private static final String CLAIMED = "CLAIMED";
    private static final String DONE = "DONE";
    /** SQL states of this class are about constraints; the only one here is the primary key. */
    private static final String CONSTRAINT = "23";

    /** @param leaseUntil end of the lease; null when it has none */
    record Row(boolean done, String content, String result, long since, Long leaseUntil) {}

    ClaimTable {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("table must be a plain name, with a schema in front or without");
        }
    }

    void create(Connection connection) throws SQLException {
        if (exists(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (claim_key VARCHAR(512) NOT NULL PRIMARY KEY,"
                    + " content VARCHAR(128) NOT NULL, status VARCHAR(8) NOT NULL, result VARCHAR(256),"
                    + " since BIGINT NOT NULL, lease_until BIGINT)");
        } catch (SQLException e) {
            // Another node may have been faster.
            if (!exists(connection)) {
                throw e;
            }
        }
    }

    private boolean exists(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT claim_key FROM " + name + " WHERE 1 = 0")) {
            return rows.getMetaData().getColumnCount() > 0;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Adds a claim; false when the key is there already. */
    boolean insert(Connection connection, String key, String content, long since, Long leaseUntil) throws SQLException {
        String sql = "INSERT INTO " + name + " (claim_key, content, since, lease_until, status) VALUES (?, ?, ?, ?, ?)";
        try {
            return update(connection, sql, key, content, since, leaseUntil, CLAIMED) == 1;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT)) {
                return false;
            }
            throw e;
        }
    }

    /** The row of a key; null when there is none. */
    Row read(Connection connection, String key) throws SQLException {
        String sql = "SELECT status, content, result, since, lease_until FROM " + name + " WHERE claim_key = ?";
        try (PreparedStatement statement = prepare(connection, sql, key);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            long until = rows.getLong(5);
            Long leaseUntil = rows.wasNull() ? null : until;
            boolean done = DONE.equals(rows.getString(1));
            return new Row(done, rows.getString(2), rows.getString(3), rows.getLong(4), leaseUntil);
        }
    }

    /** Turns a row into a new claim; false when it has changed since it was read. */
    boolean takeOver(Connection connection, String key, Row read, String content, long since, Long leaseUntil)
            throws SQLException {
        String sql = "UPDATE " + name + " SET status = '" + CLAIMED + "', result = NULL, content = ?, since = ?,"
                + " lease_until = ? WHERE claim_key = ? AND status = ? AND since = ?";
        String status = read.done() ? DONE : CLAIMED;
        return update(connection, sql, content, since, leaseUntil, key, status, read.since()) == 1;
    }

    /** Marks a key as done; false when there is no such key. */
    boolean finish(Connection connection, String key, String result, long since) throws SQLException {
        String sql = "UPDATE " + name + " SET status = '" + DONE + "', result = ?, since = ? WHERE claim_key = ?";
        return update(connection, sql, result, since, key) == 1;
    }

    void release(Connection connection, String key) throws SQLException {
        update(connection, "DELETE FROM " + name + " WHERE claim_key = ? AND status = '" + CLAIMED + "'", key);
    }

    List<OpenClaim> open(Connection connection, String keyPrefix, int limit) throws SQLException {
        String sql = "SELECT claim_key, since FROM " + name + " WHERE status = '" + CLAIMED
                + "' AND claim_key LIKE ? ESCAPE '!' ORDER BY since";
        List<OpenClaim> open = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, literally(keyPrefix) + "%")) {
            statement.setMaxRows(limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    open.add(new OpenClaim(rows.getString(1), Instant.ofEpochMilli(rows.getLong(2))));
                }
            }
        }
        return open;
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
                statement.setNull(i + 1, Types.BIGINT);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
