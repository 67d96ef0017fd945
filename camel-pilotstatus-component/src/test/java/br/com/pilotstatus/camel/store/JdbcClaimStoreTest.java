/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static br.com.pilotstatus.camel.store.ClaimStore.Status.BUSY;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.CLAIMED;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.recipes.Postgres;
import br.com.pilotstatus.camel.recipes.Sql;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that break, clocks that jump, and tables that are missing, on a real PostgreSQL. */
class JdbcClaimStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration RETENTION = Duration.ofHours(2);
    private static Postgres database;

    private JdbcClaimStore one;
    private JdbcClaimStore other;

    @BeforeAll
    static void makeDatabase() throws Exception {
        database = Postgres.database();
    }

    @BeforeEach
    void startNodes() throws Exception {
        execute("DROP TABLE IF EXISTS claims");
        one = node(database.dataSource());
        other = node(database.dataSource());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JdbcClaimStore node(DataSource dataSource) {
        return new JdbcClaimStore(dataSource, "claims", RETENTION, InstantSource.system());
    }

    /** Runs each statement, of which the first ones lose their answer with the connection. */
    private static DataSource losing(int answers, String statements) {
        AtomicInteger left = new AtomicInteger(answers);
        return FaultyDataSource.after(database.dataSource(), sql -> {
            if (sql.startsWith(statements) && left.getAndDecrement() > 0) {
                throw new SQLException("connection lost", "08006");
            }
        });
    }

    @Test
    void aClaimWhoseAnswerIsLostIsFoundAgain() {
        assertThat(node(losing(2, "INSERT")).claim("a", "", null).status()).isEqualTo(CLAIMED);
        assertThat(other.claim("a", "", null).status()).isEqualTo(BUSY);
    }

    @Test
    void aTakeoverWhoseAnswerIsLostIsFoundAgain() throws Exception {
        one.claim("a", "", LEASE);
        execute("UPDATE claims SET lease_until = since");
        assertThat(node(losing(1, "UPDATE")).claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimThatNobodyWasToldOfIsGivenBackOnceTheDatabaseIsThere() {
        AtomicReference<String> away = new AtomicReference<>("");
        JdbcClaimStore store = node(FaultyDataSource.after(database.dataSource(), sql -> {
            if (sql.startsWith("INSERT")) {
                away.set("connection lost");
            }
            if (!away.get().isEmpty()) {
                throw new SQLException(away.get(), "08006");
            }
        }));
        assertThatThrownBy(() -> store.claim("a", "", null)).hasMessageContaining("could not be reached");
        assertThat(other.claim("a", "", null).status()).isEqualTo(BUSY);

        away.set("");
        assertThatThrownBy(() -> store.claim("b", "", null)).hasMessageContaining("could not be reached");
        assertThat(other.claim("a", "", null).status()).isEqualTo(CLAIMED);
    }

    @Test
    void whatCameOfAClaimIsWrittenOnAnotherConnectionWhenOneBreaks() {
        JdbcClaimStore store = node(losing(3, "UPDATE"));
        store.claim("a", "", null);
        store.done("a", "message 1");
        assertThat(other.result("a")).hasValue("message 1");
    }

    @Test
    void aClaimIsReleasedOnAnotherConnectionWhenOneBreaks() {
        JdbcClaimStore store = node(losing(3, "DELETE FROM claims WHERE claim_id"));
        store.claim("a", "", null);
        store.release("a");
        assertThat(other.claim("a", "", null).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aRowThatSomebodyHasLockedStopsNoOtherClaim() throws Exception {
        one.check();
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try (Connection locking = database.dataSource().getConnection()) {
            locking.setAutoCommit(false);
            try (PreparedStatement insert = locking.prepareStatement(
                    "INSERT INTO claims (claim_id, claim_key, status, since) VALUES (?, 'locked', 'CLAIMED', 1)")) {
                insert.setString(1, ClaimKey.of("locked").id());
                insert.executeUpdate();
            }
            Future<Status> waiting =
                    threads.submit(() -> one.claim("locked", "", LEASE).status());
            await().until(() -> waits("INSERT INTO claims"));
            for (int i = 0; i < 5; i++) {
                assertThat(one.claim("free " + i, "", LEASE).status()).isEqualTo(CLAIMED);
            }
            assertThat(waiting.isDone()).isFalse();

            locking.rollback();
            assertThat(waiting.get()).isEqualTo(CLAIMED);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean waits(String statement) throws SQLException {
        return !Sql.query(
                        database.dataSource().getConnection(),
                        "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '" + statement
                                + "%'")
                .isEmpty();
    }

    @Test
    void aClockThatJumpsChangesNothing() {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        JdbcClaimStore jumping = new JdbcClaimStore(
                database.dataSource(), "claims", RETENTION, () -> Instant.now().plus(ahead.get()));
        jumping.claim("a", "", LEASE);
        ahead.set(Duration.ofMinutes(-10));
        jumping.claim("b", "", LEASE);
        assertThat(other.claim("b", "", LEASE).status()).isEqualTo(BUSY);
        ahead.set(Duration.ofMinutes(10));
        assertThat(jumping.claim("b", "", LEASE).status()).isEqualTo(BUSY);
    }

    @Test
    void aNodeWhoseClockIsFarFromThatOfTheDatabaseSaysSoOnce() {
        try (LogRecorder log = new LogRecorder()) {
            JdbcClaimStore late = new JdbcClaimStore(
                    database.dataSource(),
                    "claims",
                    RETENTION,
                    () -> Instant.now().minusSeconds(600));
            late.claim("a", "", LEASE);
            late.claim("b", "", LEASE);
            assertThat(log.lines("behind that of the database")).hasSize(1);
        }
    }

    @Test
    void aTableThatCannotBeMadeIsToldOfWithThePageThatHelps() throws Exception {
        execute("DROP ROLE IF EXISTS guest");
        execute("CREATE ROLE guest LOGIN");
        JdbcClaimStore store = node(database.dataSource("guest"));
        assertThatThrownBy(store::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The table claims is not there")
                .hasMessageContaining("databases.md");
    }

    @Test
    void aNodeWithoutTheRightToMakeATableUsesTheOneThatIsThere() throws Exception {
        one.check();
        execute("DROP ROLE IF EXISTS guest");
        execute("CREATE ROLE guest LOGIN");
        execute("GRANT SELECT, INSERT, UPDATE, DELETE ON claims TO guest");
        JdbcClaimStore store = node(database.dataSource("guest"));
        store.claim("a", "", LEASE);
        store.done("a", "");
        assertThat(one.claim("a", "", LEASE).status()).isEqualTo(DONE);
        execute("DROP OWNED BY guest");
    }

    /** Does something before each statement without parameters. */
    private static Connection beforeStatements(Connection connection, Runnable action) {
        return (Connection) Proxy.newProxyInstance(
                JdbcClaimStoreTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> {
                    if (method.getName().equals("createStatement")) {
                        action.run();
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aTableThatAnotherNodeMakesMeanwhileIsUsed(int step) {
        AtomicInteger steps = new AtomicInteger();
        JdbcClaimStore slower = node(new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return beforeStatements(super.getConnection(), () -> {
                    if (steps.incrementAndGet() == step) {
                        other.check();
                    }
                });
            }
        });
        assertThat(slower.claim("a", "", null).status()).isEqualTo(CLAIMED);
        assertThat(other.claim("a", "", null).status()).isEqualTo(BUSY);
    }

    @Test
    void theDataSourceMayGetItsAddressAfterTheStoreWasMade() {
        PGSimpleDataSource late = new PGSimpleDataSource();
        late.setPortNumbers(new int[] {1});
        JdbcClaimStore store = new JdbcClaimStore(late);

        late.setURL(database.jdbcUrl());

        assertThat(store.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aTableNameThatIsNoNameIsRefused() {
        assertThatThrownBy(() -> new JdbcClaimStore(
                        database.dataSource(), "claims; DROP TABLE x", RETENTION, InstantSource.system()))
                .hasMessageContaining("table must be a plain name");
    }
}
