/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The table of an inbox that has been in use for long; made by the store, and filled here. */
final class ClaimsTable {

    /** More than the 30 days for which an inbox remembers, in milliseconds. */
    private static final long DUE = 31L * 24 * 60 * 60 * 1000;
    /** Less than those. */
    private static final long KEPT = 24L * 60 * 60 * 1000;

    private static final String INSERT = """
            INSERT INTO %s (claim_id, claim_key, status, since)
            SELECT encode(sha256(('%s' || i)::bytea), 'hex'), 'event|message.sent|cmq1x7d3k0001v8' || i, 'DONE',
                (extract(epoch FROM now()) * 1000)::bigint - %d
            FROM generate_series(1, %d) AS i""";

    private final DataSource dataSource;
    private final String name;

    ClaimsTable(DataSource dataSource, String name) {
        this.dataSource = dataSource;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Adds so many keys that are not due yet. Returns the bytes that table and indexes take. */
    long addKept(int keys) throws SQLException {
        return add("kept", KEPT, keys);
    }

    /** Adds so many keys that are due to be forgotten. */
    void addDue(int keys) throws SQLException {
        add("due", DUE, keys);
    }

    private long add(String kind, long age, int keys) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(INSERT.formatted(name, kind, age, keys));
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
