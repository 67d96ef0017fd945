/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Claims in a table that any number of nodes share. Each statement commits at once, on a connection of its own, so a route
 * that is rolled back takes no claim with it: the data source must not hand out connections of the route's transaction.
 * Claims that come at the same moment share statements, and so do their ends. Leases and retention are measured by the
 * clock of the database, whatever those of the nodes say. A step that fails is repeated on other connections for about two
 * seconds; a claim whose answer was lost is found again. What is over is removed in the background while the store is used.
 */
public final class JdbcClaimStore implements ClaimStore {

    public static final String DEFAULT_TABLE = "pilotstatus_claims";
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(30);

    private final Connections connections;
    private final ClaimTable table;
    private final Duration retention;
    private final DatabaseClock clock;
    private final Claiming claiming;
    private final GroupCommit<ClaimWish, Claims> claims;
    private final GroupCommit<Map<ClaimKey, String>, Boolean> ends;
    private final Cleaning cleaning;
    /** What the tokens of this store begin with; a full stop ends it. */
    private final String owner = UUID.randomUUID() + ".";

    private final AtomicLong tokens = new AtomicLong();

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
        ManyRows postgres = new PostgresRows(table);
        Function<Database, ManyRows> rows =
                database -> database == Database.POSTGRESQL ? postgres : new PlainRows(table, database);
        claiming = new Claiming(this.table, rows, this.clock, retention);
        claims = new GroupCommit<>(connections, claiming::together, claiming::alone);
        Finishing finishing = new Finishing(this.table, rows, this.clock);
        ends = new GroupCommit<>(connections, finishing::together, finishing::alone);
        cleaning = new Cleaning(connections, new OverRows(table), this.clock, retention);
    }

    @Override
    public Claim claim(String key, String content, Duration lease) {
        return claim(List.of(key), content, lease, List.of()).claims().get(0);
    }

    @Override
    public Claims claim(List<String> keys, Duration lease, List<String> asked) {
        return claim(keys, "", lease, asked);
    }

    private Claims claim(List<String> keys, String content, Duration lease, List<String> asked) {
        if (lease != null && (lease.isNegative() || lease.isZero())) {
            throw new IllegalArgumentException("lease must be positive");
        }
        ClaimWish wish = new ClaimWish(
                keys.stream().map(ClaimKey::of).toList(),
                asked.stream().map(ClaimKey::of).toList(),
                content,
                owner + tokens.incrementAndGet(),
                lease);
        try {
            return claims.take(wish);
        } catch (RuntimeException e) {
            claiming.unanswered(wish);
            throw e;
        } finally {
            cleaning.beginIfDue();
        }
    }

    @Override
    public void done(String key, String result) {
        done(Map.of(key, result));
    }

    @Override
    public void done(Map<String, String> results) {
        Map<ClaimKey, String> finished = new TreeMap<>(Comparator.comparing(ClaimKey::id));
        results.forEach((key, result) -> finished.put(ClaimKey.of(key), result));
        ends.take(finished);
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
            ClaimRow row = table.read(connection, wanted);
            return row != null && row.done() && !row.isOver(clock.millis(connection, database), retention)
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
}
