/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of a claim table that are over, and the one row that says which node removes them. That one is no claim: its
 * status is its own, and its id no hash.
 */
record OverRows(String table) {

    private static final String DONE = "status = '" + ClaimRow.DONE + "' AND since < ?";
    // What began later ends later, and there is an index by when claims began.
    private static final String ENDED = "status = '" + ClaimRow.CLAIMED + "' AND since < ? AND lease_until < ?";

    private static final String CLEANER = "cleaning";
    private static final String CLEANING = "CLEANING";

    /** Ids of rows that were done before a time, the oldest first, or whose lease ended before it. */
    List<String> find(Connection connection, Database database, long time, int limit) throws SQLException {
        List<String> ids = select(connection, database, DONE + " ORDER BY since", limit, time);
        if (ids.size() < limit) {
            ids.addAll(select(connection, database, ENDED + " ORDER BY since", limit - ids.size(), time, time));
        }
        return ids;
    }

    private List<String> select(Connection connection, Database database, String which, int limit, Object... values)
            throws SQLException {
        String sql = "SELECT claim_id FROM " + table + " WHERE " + which + database.first(limit);
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = Statements.prepare(connection, sql, values)) {
            statement.setMaxRows(limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** Removes those of the rows that are still over. */
    void delete(Connection connection, List<String> ids, long time) throws SQLException {
        List<Object> padded = Statements.padded(ids);
        Statements.update(
                connection,
                "DELETE FROM " + table + " WHERE claim_id IN (" + Statements.marks(padded.size()) + ") AND ((" + DONE
                        + ") OR (" + ENDED + "))",
                Stream.concat(padded.stream(), Stream.of(time, time, time)).toArray());
    }

    /** Makes a node the one that removes rows; false while another one is. */
    boolean begin(Connection connection, String node, long now, long until) throws SQLException {
        boolean free = Statements.refusal(
                        connection,
                        "INSERT INTO " + table
                                + " (claim_id, claim_key, content, owner, since, lease_until, status) VALUES (?, ?, '', ?, ?, ?, ?)",
                        CLEANER,
                        CLEANER,
                        node,
                        now,
                        until,
                        CLEANING)
                == null;
        return free
                || Statements.update(
                                connection,
                                "UPDATE " + table + " SET owner = ?, lease_until = ?"
                                        + " WHERE claim_id = ? AND (owner = ? OR lease_until < ?)",
                                node,
                                until,
                                CLEANER,
                                node,
                                now)
                        == 1;
    }

    /** Goes on being the one; false when another one is by now. */
    boolean goOn(Connection connection, String node, long until) throws SQLException {
        return Statements.update(
                        connection,
                        "UPDATE " + table + " SET lease_until = ? WHERE claim_id = ? AND owner = ?",
                        until,
                        CLEANER,
                        node)
                == 1;
    }

    /** Lets another one be it. */
    void end(Connection connection, String node) throws SQLException {
        Statements.update(connection, "DELETE FROM " + table + " WHERE claim_id = ? AND owner = ?", CLEANER, node);
    }
}
