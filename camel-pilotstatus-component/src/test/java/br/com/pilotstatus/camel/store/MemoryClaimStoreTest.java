/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static br.com.pilotstatus.camel.store.ClaimStore.Status.BUSY;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.CLAIMED;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryClaimStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private Instant now = Instant.parse("2026-08-01T12:00:00Z");
    private final MemoryClaimStore store = new MemoryClaimStore(3, Duration.ofHours(24), () -> now);

    private ClaimStore.Status claim(String key, Duration lease) {
        return store.claim(key, "", lease).status();
    }

    @Test
    void aClaimSaysWhatTheKeyIsHeldForAndWhatCameOfIt() {
        store.claim("a", "order 1", null);
        assertThat(store.claim("a", "order 2", null)).isEqualTo(new ClaimStore.Claim(BUSY, "order 1", null));
        store.done("a", "message 1");
        assertThat(store.claim("a", "order 2", null)).isEqualTo(new ClaimStore.Claim(DONE, "order 1", "message 1"));
    }

    @Test
    void theResultOfAKeyIsReadWithoutClaimingIt() {
        assertThat(store.result("a")).isEmpty();
        assertThat(claim("a", LEASE)).isEqualTo(CLAIMED);
        assertThat(store.result("a")).isEmpty();
        store.done("a", "message 1");
        assertThat(store.result("a")).hasValue("message 1");
    }

    @Test
    void theResultOfAKeyIsForgottenWithTheKey() {
        store.done("a", "message 1");
        now = now.plus(Duration.ofHours(24));
        assertThat(store.result("a")).isEmpty();
    }

    @Test
    void aClaimWithoutALeaseLastsUntilSomebodyDecides() {
        claim("a", null);
        now = now.plus(Duration.ofDays(10_000));
        assertThat(claim("a", null)).isEqualTo(BUSY);
    }

    @Test
    void openClaimsAreListedByPrefixTheOldestFirst() {
        Instant begin = now;
        claim("x|2", null);
        now = now.plusSeconds(1);
        claim("x|1", null);
        claim("y|1", null);
        assertThat(store.open("x|", 10))
                .containsExactly(
                        new ClaimStore.OpenClaim("x|2", begin, "", "1"),
                        new ClaimStore.OpenClaim("x|1", begin.plusSeconds(1), "", "2"));
        assertThat(store.open("x|", 1)).hasSize(1);
        store.done("x|2", "");
        store.release("x|1");
        assertThat(store.open("x|", 10)).isEmpty();
    }

    @Test
    void aNewKeyIsClaimed() {
        assertThat(claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimedKeyIsBusy() {
        claim("a", LEASE);

        assertThat(claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void aKeyThatIsDoneStaysDone() {
        claim("a", LEASE);
        store.done("a", "");
        store.release("a");

        assertThat(claim("a", LEASE)).isEqualTo(DONE);
    }

    @Test
    void aReleasedKeyIsClaimedAgain() {
        claim("a", LEASE);
        store.release("a");

        assertThat(claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimLastsAsLongAsItsLease() {
        claim("a", LEASE);
        now = now.plus(LEASE).minusMillis(1);

        assertThat(claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void aClaimEndsWithItsLease() {
        claim("a", LEASE);
        now = now.plus(LEASE);

        assertThat(claim("a", LEASE)).isEqualTo(CLAIMED);
        assertThat(claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void aKeyIsDoneForTheRetention() {
        claim("a", LEASE);
        store.done("a", "");
        now = now.plus(Duration.ofHours(24)).minusMillis(1);

        assertThat(claim("a", LEASE)).isEqualTo(DONE);
    }

    @Test
    void aKeyIsForgottenAfterTheRetention() {
        claim("a", LEASE);
        store.done("a", "");
        now = now.plus(Duration.ofHours(24));

        assertThat(claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aFullStoreForgetsWhatWasDoneLongestAgo() {
        for (String key : List.of("a", "b", "c")) {
            claim(key, LEASE);
            store.done(key, "");
        }
        claim("d", LEASE);

        assertThat(claim("b", LEASE)).isEqualTo(DONE);
        assertThat(claim("c", LEASE)).isEqualTo(DONE);
        assertThat(claim("d", LEASE)).isEqualTo(BUSY);
        assertThat(claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aKeyThatIsDoneWithoutClaimTakesRoomToo() {
        for (String key : List.of("a", "b", "c", "d")) {
            store.done(key, "");
        }

        assertThat(claim("d", LEASE)).isEqualTo(DONE);
        assertThat(claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aFullStoreNeverForgetsAClaim() {
        for (String key : List.of("a", "b", "c")) {
            claim(key, LEASE);
        }

        assertThatThrownBy(() -> claim("d", LEASE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 claims");
        assertThat(claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void aFullStoreForgetsClaimsWhoseLeaseEnded() {
        for (String key : List.of("a", "b", "c")) {
            claim(key, LEASE);
        }
        now = now.plus(LEASE);

        assertThat(claim("d", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimThatWasTakenOverIsNotTheOldest() {
        claim("a", LEASE);
        now = now.plus(LEASE.dividedBy(2));
        claim("b", LEASE);
        now = now.plus(LEASE.dividedBy(2));
        claim("a", LEASE);
        claim("c", LEASE);
        now = now.plus(LEASE.dividedBy(2));

        assertThat(claim("d", LEASE)).isEqualTo(CLAIMED);
        assertThat(claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void ofManyClaimsAtTheSameTimeOneSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<ClaimStore.Status>> claims = threads.invokeAll(IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<ClaimStore.Status>) () -> claim("a", LEASE))
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
    void aLeaseMustBePositive() {
        assertThatThrownBy(() -> claim("a", Duration.ZERO)).hasMessage("lease must be positive");
    }

    @Test
    void aCapacityMustBePositive() {
        assertThatThrownBy(() -> new MemoryClaimStore(0, LEASE, () -> now)).hasMessage("capacity must be at least 1");
    }

    @Test
    void aRetentionMustBePositive() {
        assertThatThrownBy(() -> new MemoryClaimStore(1, Duration.ZERO, () -> now))
                .hasMessage("retention must be positive");
    }
}
