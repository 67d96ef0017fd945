/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Claims in a table that any number of nodes share. Each step is one statement on a connection of its own that commits
 * at once, so a route that is rolled back takes no claim with it: the data source must not hand out connections of the
 * route's transaction. Leases are measured by the clocks of the nodes, which should agree within a few seconds.
 */
public final class JdbcClaimStore implements ClaimStore {

    public static final String DEFAULT_TABLE = "pilotstatus_claims";
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);

    private static final Duration CLEANING_INTERVAL = Duration.ofHours(1);
    /** A claim loses a race once against another node, and seldom twice; more means that something is wrong. */
    private static final int MAX_RACES = 10;

    private final DataSource dataSource;
    private final ClaimTable table;
    private final Duration retention;
    private final InstantSource clock;
    private final AtomicLong nextCleaning;
    private volatile boolean tableThere;

    /** With the table {@value #DEFAULT_TABLE}, which is made at first use when it is not there, and a retention of 30 days. */
    public JdbcClaimStore(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE, DEFAULT_RETENTION, InstantSource.system());
    }

    /**
     * @param dataSource gives connections outside of any transaction
     * @param table      name of the table, made at first use when it is not there: letters, digits, underscores, and a dot after a schema
     * @param retention  how long a key stays done, positive
     * @param clock      tells the time that leases and retention are measured by
     */
    public JdbcClaimStore(DataSource dataSource, String table, Duration retention, InstantSource clock) {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("retention must be positive");
        }
        this.dataSource = dataSource;
        this.table = new ClaimTable(table);
        this.retention = retention;
        this.clock = clock;
        this.nextCleaning = new AtomicLong(clock.millis());
    }

    @Override
    public Claim claim(String key, String content, Duration lease) {
        if (lease != null && (lease.isNegative() || lease.isZero())) {
            throw new IllegalArgumentException("lease must be positive");
        }
        return call(connection -> {
            clean(connection);
            for (int race = 0; race < MAX_RACES; race++) {
                Claim claim = tryClaim(connection, key, content, lease);
                if (claim != null) {
                    return claim;
                }
            }
            throw new IllegalStateException("A claim changed hands " + MAX_RACES + " times while it was read");
        });
    }

    /** Null when another node changed the row between two statements. */
    private Claim tryClaim(Connection connection, String key, String content, Duration lease) throws SQLException {
        long now = clock.millis();
        Long until = lease == null ? null : now + lease.toMillis();
        Claim claimed = new Claim(Status.CLAIMED, content, null);
        if (table.insert(connection, key, content, now, until)) {
            return claimed;
        }
        ClaimTable.Row row = table.read(connection, key);
        if (row == null) {
            return null;
        }
        if (isOver(row, now)) {
            return table.takeOver(connection, key, row, content, now, until) ? claimed : null;
        }
        return row.done()
                ? new Claim(Status.DONE, row.content(), row.result())
                : new Claim(Status.BUSY, row.content(), null);
    }

    private boolean isOver(ClaimTable.Row row, long now) {
        if (row.done()) {
            return now >= row.since() + retention.toMillis();
        }
        return row.leaseUntil() != null && now >= row.leaseUntil();
    }

    @Override
    public void done(String key, String result) {
        long now = clock.millis();
        run(connection -> {
            if (!table.finish(connection, key, result, now)) {
                table.insert(connection, key, "", now, null);
                table.finish(connection, key, result, now);
            }
        });
    }

    @Override
    public void release(String key) {
        run(connection -> table.release(connection, key));
    }

    @Override
    public Optional<String> result(String key) {
        long now = clock.millis();
        return call(connection -> Optional.ofNullable(table.read(connection, key))
                .filter(row -> row.done() && !isOver(row, now))
                .map(ClaimTable.Row::result));
    }

    @Override
    public List<OpenClaim> open(String keyPrefix, int limit) {
        return call(connection -> table.open(connection, keyPrefix, limit));
    }

    private void clean(Connection connection) throws SQLException {
        long now = clock.millis();
        long due = nextCleaning.get();
        if (now >= due && nextCleaning.compareAndSet(due, now + CLEANING_INTERVAL.toMillis())) {
            table.deleteOverBefore(connection, now - retention.toMillis());
        }
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    private void run(Change change) {
        call(connection -> {
            change.on(connection);
            return null;
        });
    }

    private <T> T call(Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!tableThere) {
                // Not sooner, since a data source may get its address after it was handed over.
                table.create(connection);
                tableThere = true;
            }
            return query.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The claim store could not be reached", e);
        }
    }
}
