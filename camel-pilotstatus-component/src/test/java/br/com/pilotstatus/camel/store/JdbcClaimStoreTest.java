/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static br.com.pilotstatus.camel.store.ClaimStore.Status.BUSY;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.CLAIMED;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.OpenClaim;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two nodes on one real PostgreSQL. */
class JdbcClaimStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration RETENTION = Duration.ofHours(2);
    private static EmbeddedPostgres database;

    private Instant now = Instant.parse("2026-08-01T12:00:00Z");
    private JdbcClaimStore one;
    private JdbcClaimStore other;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void startNodes() throws Exception {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS claims");
        }
        one = node();
        other = node();
    }

    private JdbcClaimStore node() {
        return new JdbcClaimStore(database.getPostgresDatabase(), "claims", RETENTION, () -> now);
    }

    @Test
    void oneNodeClaimsAndTheOtherFindsItBusy() {
        assertThat(one.claim("a", "order 1", LEASE).status()).isEqualTo(CLAIMED);
        assertThat(other.claim("a", "order 2", LEASE)).isEqualTo(new Claim(BUSY, "order 1", null));
    }

    @Test
    void whatOneNodeDidTheOtherKnows() {
        one.claim("a", "order 1", LEASE);
        one.done("a", "message 1");
        assertThat(other.claim("a", "order 1", LEASE)).isEqualTo(new Claim(DONE, "order 1", "message 1"));
    }

    @Test
    void aReleasedKeyIsClaimedByWhoComesNext() {
        one.claim("a", "", LEASE);
        one.release("a");
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aKeyThatIsDoneIsNotReleased() {
        one.claim("a", "", LEASE);
        one.done("a", "");
        one.release("a");
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(DONE);
    }

    @Test
    void theClaimOfANodeThatVanishedEndsWithItsLease() {
        one.claim("a", "", LEASE);
        now = now.plus(LEASE).minusMillis(1);
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(BUSY);
        now = now.plusMillis(1);
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimWithoutALeaseLastsUntilSomebodyDecides() {
        one.claim("a", "", null);
        now = now.plus(Duration.ofDays(1000));
        assertThat(other.claim("a", "", null).status()).isEqualTo(BUSY);
    }

    @Test
    void aKeyIsForgottenWhenItsRetentionEnds() {
        one.claim("a", "", LEASE);
        one.done("a", "");
        now = now.plus(RETENTION);
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void openClaimsAreListedByPrefixTheOldestFirst() {
        Instant begin = now;
        one.claim("x_1|b", "", null);
        now = now.plusSeconds(1);
        other.claim("x_1|a", "", null);
        one.claim("xy1|a", "", null);
        one.claim("x_1|c", "", null);
        one.done("x_1|c", "");
        assertThat(other.open("x_1|", 10))
                .containsExactly(new OpenClaim("x_1|b", begin), new OpenClaim("x_1|a", begin.plusSeconds(1)));
        assertThat(other.open("x_1|", 1)).hasSize(1);
    }

    @Test
    void ofManyClaimsOnBothNodesOneSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                String key = "key " + round;
                List<Future<ClaimStore.Status>> claims = threads.invokeAll(IntStream.range(0, 8)
                        .mapToObj(i -> (Callable<ClaimStore.Status>) () ->
                                (i % 2 == 0 ? one : other).claim(key, "", LEASE).status())
                        .toList());
                int claimed = 0;
                for (Future<ClaimStore.Status> claim : claims) {
                    claimed += claim.get() == CLAIMED ? 1 : 0;
                }
                assertThat(claimed).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ofManyThatTakeOverAnEndedLeaseOneSucceeds() throws Exception {
        one.claim("a", "", LEASE);
        now = now.plus(LEASE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<ClaimStore.Status>> claims = threads.invokeAll(IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<ClaimStore.Status>) () ->
                            (i % 2 == 0 ? one : other).claim("a", "", LEASE).status())
                    .toList());
            int claimed = 0;
            for (Future<ClaimStore.Status> claim : claims) {
                claimed += claim.get() == CLAIMED ? 1 : 0;
            }
            assertThat(claimed).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theResultOfAKeyIsReadWithoutClaimingIt() {
        assertThat(one.result("a")).isEmpty();
        assertThat(one.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
        assertThat(other.result("a")).isEmpty();
        one.done("a", "message 1");
        assertThat(other.result("a")).hasValue("message 1");
        now = now.plus(RETENTION);
        assertThat(other.result("a")).isEmpty();
    }

    @Test
    void aClaimThatNobodyCameBackForIsForgottenWithTime() {
        one.claim("crashed", "", LEASE);
        one.claim("undecided", "", null);
        now = now.plus(RETENTION).plus(LEASE).plusSeconds(1);
        one.claim("new", "", LEASE);

        assertThat(one.open("", 10)).extracting(ClaimStore.OpenClaim::key).containsExactly("undecided", "new");
    }

    @Test
    void theDataSourceMayGetItsAddressAfterTheStoreWasMade() {
        PGSimpleDataSource late = new PGSimpleDataSource();
        late.setPortNumbers(new int[] {1});
        JdbcClaimStore store = new JdbcClaimStore(late);

        late.setURL(database.getJdbcUrl("postgres", "postgres"));

        assertThat(store.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aTableNameThatIsNoNameIsRefused() {
        assertThatThrownBy(() -> new JdbcClaimStore(
                        database.getPostgresDatabase(), "claims; DROP TABLE x", RETENTION, () -> now))
                .hasMessageContaining("table must be a plain name");
    }
}
