/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static br.com.pilotstatus.camel.store.ClaimStore.Status.BUSY;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.CLAIMED;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.store.ClaimDatabase.Product;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.OpenClaim;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of a claim store in every database: two nodes on one table, whose clocks are ten minutes apart. */
@ParameterizedClass
@EnumSource(Product.class)
class ClaimStoreContractTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration RETENTION = Duration.ofHours(2);

    private static ClaimDatabase database;

    // Without a field for it, the methods that begin an invocation would not be given it.
    @SuppressWarnings("UnusedVariable")
    @Parameter
    private Product product;

    private JdbcClaimStore one;
    private JdbcClaimStore other;

    @BeforeParameterizedClassInvocation
    static void startDatabase(Product product) throws Exception {
        if (product == Product.MARIADB) {
            assumeThat(MariaDb.isInstalled()).as("MariaDB is installed").isTrue();
        }
        database = new ClaimDatabase(product);
    }

    @AfterParameterizedClassInvocation
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void startNodes() throws Exception {
        one = node(Duration.ZERO);
        other = node(Duration.ofMinutes(-10));
        one.check();
        database.execute("DELETE FROM claims");
    }

    private JdbcClaimStore node(Duration ahead) {
        return new JdbcClaimStore(
                database.pool(),
                "claims",
                RETENTION,
                () -> InstantSource.system().instant().plus(ahead));
    }

    /** As if so much time had passed for all that is in the table, and a second more, since stores ask for the time now and then. */
    private void pass(Duration time) throws Exception {
        long millis = time.plusSeconds(1).toMillis();
        database.execute("UPDATE claims SET since = since - " + millis + ", lease_until = lease_until - " + millis);
    }

    @Test
    void oneNodeClaimsAndTheOtherFindsItBusy() {
        assertThat(one.claim("a", "order 1", LEASE).status()).isEqualTo(CLAIMED);
        assertThat(other.claim("a", "order 2", LEASE)).isEqualTo(new Claim(BUSY, "order 1", null));
    }

    @Test
    void aNodeWhoseClockIsAheadTakesNothingOver() {
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
        assertThat(one.claim("a", "", LEASE).status()).isEqualTo(BUSY);
    }

    @Test
    void whatOneNodeDidTheOtherKnows() {
        one.claim("a", "order 1", LEASE);
        one.done("a", "message 1");
        assertThat(other.claim("a", "order 1", LEASE)).isEqualTo(new Claim(DONE, "order 1", "message 1"));
    }

    @Test
    void whatIsDoneTwiceIsDone() {
        one.claim("a", "", LEASE);
        one.done("a", "message 1");
        one.done("a", "message 1");
        assertThat(other.result("a")).hasValue("message 1");
    }

    @Test
    void emptyTextsStayEmpty() {
        assertThat(one.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
        assertThat(other.claim("a", "", LEASE)).isEqualTo(new Claim(BUSY, "", null));
        one.done("a", "");
        assertThat(other.result("a")).hasValue("");
        assertThat(other.claim("a", "", LEASE)).isEqualTo(new Claim(DONE, "", ""));
    }

    @Test
    void whatWasNeverClaimedCanBeDone() {
        one.done("a", "position");
        other.done("a", "next position");
        assertThat(one.result("a")).hasValue("next position");
    }

    @Test
    void aReleasedKeyIsClaimedByWhoComesNext() {
        one.claim("a", "", LEASE);
        one.release("a");
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aKeyThatIsDoneIsNotReleased() {
        String token = one.claim("a", "", LEASE).token();
        one.done("a", "");
        one.release("a");
        one.release("a", token);
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(DONE);
    }

    @Test
    void theClaimOfANodeThatVanishedEndsWithItsLease() throws Exception {
        one.claim("a", "", LEASE);
        pass(LEASE.minusSeconds(30));
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(BUSY);
        pass(Duration.ofSeconds(30));
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aNodeWhoseLeaseEndedTakesNothingFromTheNext() throws Exception {
        String token = one.claim("a", "", LEASE).token();
        pass(LEASE);
        other.claim("a", "", LEASE);
        one.release("a");
        one.release("a", token);
        assertThat(one.renew("a", token, LEASE)).isFalse();
        assertThat(one.claim("a", "", LEASE).status()).isEqualTo(BUSY);
    }

    @Test
    void aClaimLastsAsLongAsItIsRenewed() throws Exception {
        String token = one.claim("a", "", LEASE).token();
        pass(LEASE.minusSeconds(30));
        assertThat(one.renew("a", token, LEASE)).isTrue();
        pass(LEASE.minusSeconds(30));
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(BUSY);
    }

    @Test
    void whatIsDoneIsNotRenewed() {
        String token = one.claim("a", "", LEASE).token();
        one.done("a", "");
        assertThat(one.renew("a", token, LEASE)).isFalse();
        assertThat(other.result("a")).isPresent();
    }

    @Test
    void aClaimWithoutALeaseLastsUntilSomebodyDecides() throws Exception {
        one.claim("a", "", null);
        pass(Duration.ofDays(1000));
        assertThat(other.claim("a", "", null).status()).isEqualTo(BUSY);
        other.release("a");
        assertThat(other.claim("a", "", null).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aKeyIsForgottenWhenItsRetentionEnds() throws Exception {
        one.claim("a", "", LEASE);
        one.done("a", "");
        pass(RETENTION);
        assertThat(other.result("a")).isEmpty();
        assertThat(other.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void whatIsOverIsRemovedWithTime() throws Exception {
        one.claim("crashed", "", LEASE);
        one.claim("undecided", "", null);
        one.done("done", "");
        pass(RETENTION.plus(LEASE).plusSeconds(1));
        node(Duration.ZERO).claim("new", "", LEASE);

        await().until(() -> database.count("SELECT COUNT(*) FROM claims") == 2);
        assertThat(one.open("", 10)).extracting(OpenClaim::key).containsExactly("undecided", "new");
    }

    @Test
    void keysThatDifferInAnythingAreKeptApart() {
        List<String> keys = List.of(
                "order",
                "Order",
                "ORDER",
                "order ",
                " order",
                "or der",
                "örder",
                "o\u0308rder",
                "order\u0000",
                "order\t",
                "strasse",
                "straße",
                "i",
                "İ",
                "~006f",
                "o",
                "\ud83d\ude00",
                "\ud83d",
                "",
                "%",
                "_",
                "注".repeat(512),
                "注".repeat(511) + "文");
        for (String key : keys) {
            assertThat(one.claim(key, "", LEASE).status()).as(key).isEqualTo(CLAIMED);
        }
        keys.forEach(key -> one.done(key, "of " + key.length() + " " + keys.indexOf(key)));
        for (String key : keys) {
            assertThat(other.result(key)).as(key).hasValue("of " + key.length() + " " + keys.indexOf(key));
        }
    }

    @Test
    void openClaimsAreListedByPrefixTheOldestFirstUnderTheKeysTheyWereMadeWith() throws Exception {
        one.claim("x_1|b é ~", "", null);
        pass(Duration.ofSeconds(1));
        other.claim("x_1|a", "", null);
        one.claim("xy1|a", "", null);
        one.claim("X_1|a", "", null);
        one.claim("x_1|c", "", null);
        one.done("x_1|c", "");
        assertThat(other.open("x_1|", 10)).extracting(OpenClaim::key).containsExactly("x_1|b é ~", "x_1|a");
        assertThat(other.open("x_1|", 1)).hasSize(1);
    }

    @Test
    void theTimeOfAClaimIsThatOfTheDatabase() {
        other.claim("a", "", null);
        assertThat(one.open("a", 1).get(0).since())
                .isCloseTo(InstantSource.system().instant(), within(20, ChronoUnit.SECONDS));
    }

    @Test
    void ofManyClaimsOnBothNodesOneSucceeds() throws Exception {
        for (int round = 0; round < 10; round++) {
            assertThat(claimAtOnce("key " + round)).isEqualTo(1);
        }
    }

    @Test
    void ofManyThatTakeOverAnEndedLeaseOneSucceeds() throws Exception {
        one.claim("a", "", LEASE);
        pass(LEASE);
        assertThat(claimAtOnce("a")).isEqualTo(1);
    }

    private int claimAtOnce(String key) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<ClaimStore.Status>> claims = new ArrayList<>();
            IntStream.range(0, 8)
                    .forEach(i -> claims.add(() ->
                            (i % 2 == 0 ? one : other).claim(key, "", LEASE).status()));
            int claimed = 0;
            for (Future<ClaimStore.Status> claim : threads.invokeAll(claims)) {
                claimed += claim.get() == CLAIMED ? 1 : 0;
            }
            return claimed;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatTheDatabaseRefusesIsAnErrorAndNoClaimOfAnother() throws Exception {
        String strict = "strict_claims";
        JdbcClaimStore store = new JdbcClaimStore(database.pool(), strict, RETENTION, InstantSource.system());
        store.check();
        if (database.count("SELECT COUNT(*) FROM " + strict) == 0) {
            database.execute("ALTER TABLE " + strict + " ADD CONSTRAINT no_orders CHECK (claim_key <> 'order')");
        }
        assertThat(store.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
        assertThatThrownBy(() -> store.claim("order", "", LEASE)).isInstanceOf(IllegalStateException.class);
        assertThat(store.open("order", 1)).isEmpty();
    }

    @Test
    void aTableOfAnEarlierVersionIsToldOf() throws Exception {
        database.execute("CREATE TABLE old_claims (claim_key VARCHAR(512) NOT NULL PRIMARY KEY,"
                + " content VARCHAR(128) NOT NULL, status VARCHAR(8) NOT NULL, result VARCHAR(256),"
                + " since BIGINT NOT NULL, lease_until BIGINT)");
        JdbcClaimStore store = new JdbcClaimStore(database.pool(), "old_claims", RETENTION, InstantSource.system());
        assertThatThrownBy(store::check).hasMessageContaining("old_claims").hasMessageContaining("databases.md");
    }
}
