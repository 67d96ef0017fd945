/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static br.com.pilotstatus.camel.store.ClaimStore.Status.BUSY;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.CLAIMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.store.ClaimDatabase.Product;
import br.com.pilotstatus.camel.store.ClaimStore.Claims;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims and ends that come at the same moment, in every database, with one connection for all of them. */
@ParameterizedClass
@EnumSource(Product.class)
@Timeout(60)
class GroupCommitTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int THREADS = 64;

    private static ClaimDatabase database;

    // Without a field for it, the methods that begin an invocation would not be given it.
    @SuppressWarnings("UnusedVariable")
    @Parameter
    private Product product;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ConcurrentLinkedQueue<String> statements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger losses = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private JdbcClaimStore store;

    @BeforeParameterizedClassInvocation
    static void startDatabase(Product product) throws Exception {
        if (product == Product.MARIADB) {
            assumeThat(MariaDb.isInstalled()).as("MariaDB is installed").isTrue();
        }
        database = new ClaimDatabase(product);
        database.pool().setMaximumPoolSize(1);
    }

    @AfterParameterizedClassInvocation
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void startNode() throws Exception {
        store = new JdbcClaimStore(
                FaultyDataSource.after(database.pool(), this::ran),
                "claims",
                Duration.ofDays(1),
                InstantSource.system());
        store.check();
        database.execute("DELETE FROM claims");
        store.claim("first", "", LEASE);
        await().until(() -> statements.stream().anyMatch(sql -> sql.contains("lease_until < ? ORDER BY")));
        statements.clear();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private void ran(String sql) throws SQLException {
        statements.add(sql);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
        if (losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new SQLException("connection lost", "08006");
        }
    }

    /** Runs so many steps while the one connection is held, so that they come together. */
    private <T> List<Future<T>> together(int count, IntFunction<Callable<T>> step) {
        gate = new CountDownLatch(1);
        threads.execute(() -> store.result("nothing"));
        await().until(() -> !statements.isEmpty());
        List<Future<T>> steps = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> steps.add(threads.submit(step.apply(i))));
        await().until(() -> database.pool().getHikariPoolMXBean().getThreadsAwaitingConnection() > 0);
        statements.clear();
        gate.countDown();
        return steps;
    }

    private static <T> List<T> all(List<Future<T>> steps) throws Exception {
        List<T> outcomes = new ArrayList<>();
        for (Future<T> step : steps) {
            outcomes.add(step.get());
        }
        return outcomes;
    }

    private Claims claim(int i) {
        return store.claim(List.of("id " + i, "wamid " + i), LEASE, List.of("later " + i));
    }

    @Test
    void manyClaimsAreDecidedEachByItself() throws Exception {
        store.done("id 3", "before");
        store.done("later 5", "read");
        List<Claims> claims = all(together(THREADS - 1, i -> () -> claim(i)));

        for (int i = 0; i < claims.size(); i++) {
            assertThat(claims.get(i).claims().get(0).status()).isEqualTo(i == 3 ? Status.DONE : CLAIMED);
            assertThat(claims.get(i).claims().get(1).status()).isEqualTo(CLAIMED);
            assertThat(claims.get(i).results().apply("later " + i).isPresent()).isEqualTo(i == 5);
        }
        assertThat(claims.stream()
                        .flatMap(claim -> claim.claims().stream())
                        .filter(claim -> claim.status() == CLAIMED)
                        .map(ClaimStore.Claim::token)
                        .distinct())
                .hasSize(THREADS - 1);
    }

    @Test
    void manyClaimsShareStatements() throws Exception {
        all(together(THREADS - 1, i -> () -> claim(i)));
        assertThat(statements).hasSizeLessThan(THREADS);
    }

    @Test
    void manyEndsAreRecordedEachWithItsResult() throws Exception {
        all(together(THREADS - 1, i -> () -> claim(i)));
        all(together(THREADS - 1, i -> () -> {
            store.done(Map.of("id " + i, "message " + i, "wamid " + i, "event", "never claimed " + i, ""));
            return null;
        }));

        for (int i = 0; i < THREADS - 1; i++) {
            assertThat(store.result("id " + i)).hasValue("message " + i);
            assertThat(store.result("wamid " + i)).hasValue("event");
            assertThat(store.result("never claimed " + i)).hasValue("");
        }
    }

    @Test
    void manyEndsShareStatements() throws Exception {
        all(together(THREADS - 1, i -> () -> claim(i)));
        all(together(THREADS - 1, i -> () -> {
            store.done(Map.of("id " + i, "message " + i, "wamid " + i, "event"));
            return null;
        }));
        assertThat(statements).hasSizeLessThan(THREADS / 2);
    }

    @Test
    void oneThatTheDatabaseRefusesFailsNoOther() throws Exception {
        List<Future<Claims>> claims = together(THREADS - 1, i -> () -> claim(i));
        all(claims);
        List<Future<Object>> ends = together(THREADS - 1, i -> () -> {
            store.done("id " + i, i == 7 ? "too long".repeat(100) : "message");
            return null;
        });

        for (int i = 0; i < ends.size(); i++) {
            if (i == 7) {
                assertThatThrownBy(ends.get(i)::get).isInstanceOf(ExecutionException.class);
            } else {
                ends.get(i).get();
                assertThat(store.result("id " + i)).hasValue("message");
            }
        }
        assertThat(store.result("id 7")).isEmpty();
    }

    @Test
    void aConnectionThatIsLostInTheMiddleOfABatchLosesNoClaim() throws Exception {
        losses.set(3);
        List<Claims> claims = all(together(THREADS - 1, i -> () -> claim(i)));
        assertThat(claims)
                .allSatisfy(claim -> assertThat(claim.claims())
                        .extracting(ClaimStore.Claim::status)
                        .containsExactly(CLAIMED, CLAIMED));
    }

    @Test
    void ofManyThatWantTheSameKeyOneGetsIt() throws Exception {
        List<ClaimStore.Claim> claims = all(together(THREADS - 1, i -> () -> store.claim("same", "from " + i, LEASE)));
        assertThat(claims).filteredOn(claim -> claim.status() == CLAIMED).hasSize(1);
        String winner = claims.stream()
                .filter(claim -> claim.status() == CLAIMED)
                .findFirst()
                .orElseThrow()
                .content();
        assertThat(claims)
                .filteredOn(claim -> claim.status() == BUSY)
                .hasSize(THREADS - 2)
                .allMatch(claim -> claim.content().equals(winner));
    }

    @Test
    void aClaimAloneTakesTwoStatementsAtMost() {
        claim(1);
        assertThat(statements).hasSizeLessThanOrEqualTo(product == Product.POSTGRESQL ? 1 : 2);
    }

    @Test
    void anEndAloneTakesOneStatement() {
        claim(1);
        statements.clear();
        store.done(Map.of("id 1", "", "wamid 1", "event"));
        assertThat(statements).hasSize(1);
    }
}
