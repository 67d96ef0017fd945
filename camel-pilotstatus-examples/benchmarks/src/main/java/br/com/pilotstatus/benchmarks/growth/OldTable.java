/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The table of an inbox that has been in use for a month. */
final class OldTable {

    /** More than the 30 days for which an inbox remembers, in milliseconds. */
    private static final long DUE = 31L * 24 * 60 * 60 * 1000;
    /** Less than those. */
    private static final long KEPT = 24L * 60 * 60 * 1000;

    private static final String INSERT = """
            INSERT INTO %s (claim_id, claim_key, status, since)
            SELECT encode(sha256(('event' || i)::bytea), 'hex'), 'event|message.sent|cmq1x7d3k0001v8' || i, 'DONE',
                (extract(epoch FROM now()) * 1000)::bigint - CASE WHEN i %% 4 = 0 THEN %d ELSE %d END
            FROM generate_series(1, %d) AS i""";

    private final DataSource dataSource;
    private final String name;

    /** @param name of a table that the store has made */
    OldTable(DataSource dataSource, String name) {
        this.dataSource = dataSource;
        this.name = name;
    }

    /** Adds so many keys, a quarter of which is due to be forgotten. Returns the bytes that table and indexes take. */
    long fill(int keys) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(INSERT.formatted(name, DUE, KEPT, keys));
            statement.execute("VACUUM ANALYZE " + name);
            // So that the server does not write it out while it is measured.
            statement.execute("CHECKPOINT");
            return number(statement, "SELECT pg_total_relation_size('" + name + "')");
        }
    }

    /** How many keys are due, and not forgotten yet. */
    long due() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return number(
                    statement,
                    "SELECT count(*) FROM " + name + " WHERE status = 'DONE'"
                            + " AND since < (extract(epoch FROM now()) * 1000)::bigint - " + (DUE - KEPT / 2));
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
