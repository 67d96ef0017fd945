/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps of a claim store, each on a connection that commits at once. A step that fails for a reason that may
 * pass, such as a connection that broke, runs again on another one; so it must be one that may run twice.
 */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private static final int REPEATS = 6;
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** No repeat begins later: a pool without connections takes its time for each. */
    private static final Duration REPEATED_WITHIN = Duration.ofSeconds(5);

    /** Classes of SQL states that stay what they are: values, constraints, access, and statements. */
    private static final Set<String> LASTING = Set.of("0A", "21", "22", "23", "28", "42");

    private final DataSource dataSource;
    private final ClaimSchema schema;
    private volatile Database known;

    interface Query<T> {
        T on(Connection connection, Database database) throws SQLException;
    }

    interface Change {
        void on(Connection connection, Database database) throws SQLException;
    }

    Connections(DataSource dataSource, ClaimSchema schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    void run(Change change) {
        call((connection, database) -> {
            change.on(connection, database);
            return null;
        });
    }

    <T> T call(Query<T> query) {
        return call(query, System.nanoTime(), null);
    }

    /**
     * Goes on with a step that was tried before.
     *
     * @param begun   when that was, by {@link System#nanoTime}
     * @param failure what it failed by; null when it did not
     */
    <T> T call(Query<T> query, long begun, Exception failure) {
        if (failure instanceof SQLException e && !lasts(e) && isLate(begun)) {
            throw unreachable(e);
        }
        for (int repeats = 0; ; repeats++) {
            try {
                return once(query);
            } catch (SQLException e) {
                if (repeats == REPEATS || isLate(begun) || lasts(e) || !paused()) {
                    throw unreachable(e);
                }
                LOG.debug("A step of the claim store failed and is repeated", e);
            }
        }
    }

    /** Runs a step, and no more than once. */
    <T> T once(Query<T> query) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            return query.on(connection, database(connection));
        }
    }

    private static IllegalStateException unreachable(SQLException e) {
        return new IllegalStateException("The claim store could not be reached", e);
    }

    private static boolean isLate(long begun) {
        return System.nanoTime() - begun > REPEATED_WITHIN.toNanos();
    }

    private static boolean lasts(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() > 2 && LASTING.contains(state.substring(0, 2));
    }

    private static boolean paused() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Database database(Connection connection) throws SQLException {
        Database database = known;
        if (database == null) {
            // Not sooner, since a data source may get its address after it was handed over.
            database = Database.of(connection);
            schema.require(connection, database);
            warn(connection, database);
            known = database;
        }
        return database;
    }

    private static void warn(Connection connection, Database database) {
        if (!database.tellsTime()) {
            LOG.warn(
                    "The clock of this database cannot be read: leases of claims are measured by the clocks of the nodes,"
                            + " which must agree within seconds");
        }
        if (database.delaysWrites(connection)) {
            LOG.warn(
                    "This database writes what it has committed half a second later, so claims of a process that is killed"
                            + " are lost and things happen twice: the page databases.md says how to switch that off");
        }
    }
}
