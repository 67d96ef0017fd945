/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.store.ClaimTable.NewClaim;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Claims in a table that any number of nodes share. Each step is one statement on a connection of its own that commits
 * at once, so a route that is rolled back takes no claim with it: the data source must not hand out connections of the
 * route's transaction. Leases and retention are measured by the clock of the database, whatever those of the nodes say. A
 * step that fails is repeated on other connections for about two seconds; a claim whose answer was lost is found again.
 */
public final class JdbcClaimStore implements ClaimStore {

    public static final String DEFAULT_TABLE = "pilotstatus_claims";
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);

    private static final Duration CLEANING_INTERVAL = Duration.ofHours(1);
    /** A claim loses a race once against another node, and seldom twice; more means that something is wrong. */
    private static final int MAX_RACES = 10;
    /** More than the steps that can be under way when a database goes away. */
    private static final int MAX_UNANSWERED = 10_000;

    private final Connections connections;
    private final ClaimTable table;
    private final Duration retention;
    private final DatabaseClock clock;
    private final AtomicLong nextCleaning = new AtomicLong(Long.MIN_VALUE);
    /** What the tokens of this store begin with; a full stop ends it. */
    private final String owner = UUID.randomUUID() + ".";

    private final AtomicLong claims = new AtomicLong();
    /** Claims that nobody was told of, and that may be in the table. */
    private final Queue<Unanswered> unanswered = new ConcurrentLinkedQueue<>();

    private record Unanswered(ClaimKey key, String token) {}

    /** With the table {@value #DEFAULT_TABLE}, which is made at first use when it is not there, and a retention of 30 days. */
    public JdbcClaimStore(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE, DEFAULT_RETENTION, InstantSource.system());
    }

    /**
     * @param dataSource gives connections outside of any transaction
     * @param table      name of the table, made at first use when it is not there: letters, digits, underscores, and a dot after a schema
     * @param retention  how long a key stays done, positive
     * @param clock      tells the time of this node, which counts only where the clock of the database cannot be read: in
     *                   products other than PostgreSQL, MySQL, MariaDB, SQL Server, Oracle, DB2, H2, HSQLDB and Derby
     */
    public JdbcClaimStore(DataSource dataSource, String table, Duration retention, InstantSource clock) {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("retention must be positive");
        }
        this.connections = new Connections(dataSource, new ClaimSchema(table));
        this.table = new ClaimTable(table);
        this.retention = retention;
        this.clock = new DatabaseClock(clock);
    }

    @Override
    public Claim claim(String key, String content, Duration lease) {
        if (lease != null && (lease.isNegative() || lease.isZero())) {
            throw new IllegalArgumentException("lease must be positive");
        }
        ClaimKey wanted = ClaimKey.of(key);
        String token = owner + claims.incrementAndGet();
        try {
            return connections.call((connection, database) -> {
                forgetUnanswered(connection);
                clean(connection, database);
                return claim(connection, database, wanted, new Wish(content, token, lease));
            });
        } catch (RuntimeException e) {
            if (unanswered.size() < MAX_UNANSWERED) {
                unanswered.add(new Unanswered(wanted, token));
            }
            throw e;
        }
    }

    private record Wish(String content, String token, Duration lease) {

        NewClaim at(long now) {
            return new NewClaim(content, token, now, lease == null ? null : now + lease.toMillis());
        }
    }

    private Claim claim(Connection connection, Database database, ClaimKey key, Wish wish) throws SQLException {
        SQLException refused = null;
        for (int race = 0; race < MAX_RACES; race++) {
            long now = clock.millis(connection, database);
            NewClaim claim = wish.at(now);
            refused = table.insert(connection, key, claim);
            ClaimTable.Row row = refused == null ? null : table.read(connection, key);
            if (refused == null || isOurs(row, wish) || takesOver(connection, key, row, claim, now)) {
                return new Claim(Status.CLAIMED, wish.content(), null, wish.token());
            }
            if (row != null && !isOver(row, now)) {
                return row.done()
                        ? new Claim(Status.DONE, row.content(), row.result())
                        : new Claim(Status.BUSY, row.content(), null);
            }
        }
        // Either the row changes hands faster than it can be read, or it is not the key that the database refuses.
        throw new IllegalStateException("The claim store could not write a claim", refused);
    }

    /** Whether it was written before, by a try whose answer was lost. */
    private static boolean isOurs(ClaimTable.Row row, Wish wish) {
        return row != null && !row.done() && row.token().equals(wish.token());
    }

    private boolean takesOver(Connection connection, ClaimKey key, ClaimTable.Row row, NewClaim claim, long now)
            throws SQLException {
        return row != null && isOver(row, now) && table.takeOver(connection, key, row, claim);
    }

    private boolean isOver(ClaimTable.Row row, long now) {
        if (row.done()) {
            return now >= row.since() + retention.toMillis();
        }
        return row.leaseUntil() != null && now >= row.leaseUntil();
    }

    @Override
    public void done(String key, String result) {
        ClaimKey finished = ClaimKey.of(key);
        connections.run((connection, database) -> {
            long now = clock.millis(connection, database);
            if (!table.finish(connection, finished, result, now)
                    && !table.insertDone(connection, finished, result, now)
                    && !table.finish(connection, finished, result, now)) {
                throw new IllegalStateException("The claim store could not write that a key is done");
            }
        });
    }

    @Override
    public void release(String key) {
        ClaimKey released = ClaimKey.of(key);
        connections.run((connection, database) -> table.releaseOwn(connection, released, owner));
    }

    @Override
    public void release(String key, String token) {
        ClaimKey released = ClaimKey.of(key);
        connections.run((connection, database) -> table.release(connection, released, token));
    }

    @Override
    public boolean renew(String key, String token, Duration lease) {
        ClaimKey renewed = ClaimKey.of(key);
        return connections.call((connection, database) ->
                table.renew(connection, renewed, token, clock.millis(connection, database) + lease.toMillis()));
    }

    @Override
    public Optional<String> result(String key) {
        ClaimKey wanted = ClaimKey.of(key);
        return connections.call((connection, database) -> {
            ClaimTable.Row row = table.read(connection, wanted);
            return row != null && row.done() && !isOver(row, clock.millis(connection, database))
                    ? Optional.of(row.result())
                    : Optional.empty();
        });
    }

    @Override
    public List<OpenClaim> open(String keyPrefix, int limit) {
        return connections.call((connection, database) -> table.open(connection, keyPrefix, limit));
    }

    @Override
    public List<FinishedClaim> finished(String keyPrefix, Instant since) {
        return connections.call((connection, database) -> table.finished(connection, keyPrefix, since.toEpochMilli()));
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(connections.call(clock::millis));
    }

    /** Makes the table when it is not there. */
    @Override
    public void check() {
        connections.run(clock::millis);
    }

    private void clean(Connection connection, Database database) throws SQLException {
        long now = clock.millis(connection, database);
        long due = nextCleaning.get();
        if (now >= due && nextCleaning.compareAndSet(due, now + CLEANING_INTERVAL.toMillis())) {
            table.deleteOverBefore(connection, now - retention.toMillis());
        }
    }

    private void forgetUnanswered(Connection connection) throws SQLException {
        Unanswered claim = unanswered.poll();
        while (claim != null) {
            try {
                table.release(connection, claim.key(), claim.token());
            } catch (SQLException e) {
                unanswered.add(claim);
                throw e;
            }
            claim = unanswered.poll();
        }
    }
}
