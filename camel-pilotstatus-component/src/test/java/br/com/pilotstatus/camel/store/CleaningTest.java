/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static br.com.pilotstatus.camel.store.ClaimStore.Status.CLAIMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.recipes.Postgres;
import br.com.pilotstatus.camel.recipes.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How what is over is removed, on a real PostgreSQL. */
@Timeout(30)
class CleaningTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration RETENTION = Duration.ofHours(2);
    private static final String REMOVAL = "DELETE FROM claims WHERE claim_id IN";
    private static final int DUE = 2_000;

    private static Postgres database;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void makeDatabase() throws Exception {
        database = Postgres.database();
    }

    @BeforeEach
    void fill() throws Exception {
        execute("DROP TABLE IF EXISTS claims");
        node("first").check();
        execute("INSERT INTO claims (claim_id, claim_key, status, since) SELECT 'due ' || i, 'due ' || i, 'DONE', i"
                + " FROM generate_series(1, " + DUE + ") AS i");
        ran.clear();
    }

    private static void execute(String sql) throws SQLException {
        Sql.execute(database.dataSource().getConnection(), sql);
    }

    private static int count(String which) throws SQLException {
        return Integer.parseInt(
                Sql.query(database.dataSource().getConnection(), "SELECT COUNT(*) FROM claims WHERE " + which)
                        .get(0));
    }

    private JdbcClaimStore node(String name) {
        return new JdbcClaimStore(
                FaultyDataSource.after(database.dataSource(), sql -> ran.add(name + ": " + sql)),
                "claims",
                RETENTION,
                InstantSource.system());
    }

    /** One that stands still after its first removal. */
    private JdbcClaimStore slowNode() {
        return new JdbcClaimStore(
                FaultyDataSource.after(database.dataSource(), sql -> {
                    ran.add("slow: " + sql);
                    if (sql.startsWith(REMOVAL)) {
                        try {
                            gate.await();
                        } catch (InterruptedException e) {
                            throw new SQLException(e);
                        }
                    }
                }),
                "claims",
                RETENTION,
                InstantSource.system());
    }

    private boolean hasRun(String node, String statement) {
        return ran.stream().anyMatch(sql -> sql.startsWith(node + ": " + statement));
    }

    @Test
    void whatIsDueIsRemovedInSeveralPortions() throws Exception {
        node("one").claim("a", "", LEASE);
        await().until(() -> count("status <> 'CLAIMED'") == 0);
        assertThat(ran).filteredOn(sql -> sql.contains(REMOVAL)).hasSizeGreaterThan(2);
    }

    @Test
    void claimsAreMadeWhileItIsRemoved() throws Exception {
        JdbcClaimStore slow = slowNode();
        slow.claim("a", "", LEASE);
        await().until(() -> hasRun("slow", REMOVAL));
        assertThat(slow.claim("b", "", LEASE).status()).isEqualTo(CLAIMED);
        slow.done("b", "");
        assertThat(count("claim_key LIKE 'due%'")).isPositive();

        gate.countDown();
        await().until(() -> count("claim_key LIKE 'due%'") == 0);
        assertThat(count("claim_key IN ('a', 'b')")).isEqualTo(2);
    }

    @Test
    void oneNodeAtATimeRemoves() throws Exception {
        slowNode().claim("a", "", LEASE);
        await().until(() -> hasRun("slow", REMOVAL));
        node("other").claim("b", "", LEASE);
        await().until(() -> hasRun("other", "UPDATE claims SET owner"));
        gate.countDown();
        await().until(() -> count("status NOT IN ('CLAIMED')") == 0);
        assertThat(hasRun("other", REMOVAL)).isFalse();
    }

    @Test
    void aNodeThatDiedWhileItRemovedIsReplaced() throws Exception {
        execute("INSERT INTO claims (claim_id, claim_key, status, owner, since, lease_until)"
                + " VALUES ('cleaning', 'cleaning', 'CLEANING', 'dead', 1, 2)");
        node("one").claim("a", "", LEASE);
        await().until(() -> count("status <> 'CLAIMED'") == 0);
    }

    @Test
    void aNodeThatRemovesIsNoOpenClaim() {
        JdbcClaimStore slow = slowNode();
        slow.claim("a", "", LEASE);
        await().until(() -> hasRun("slow", REMOVAL));
        assertThat(node("other").open("", 10)).hasSize(1);
        gate.countDown();
    }
}
