/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static br.com.pilotstatus.camel.store.ClaimStore.Claim.BUSY;
import static br.com.pilotstatus.camel.store.ClaimStore.Claim.CLAIMED;
import static br.com.pilotstatus.camel.store.ClaimStore.Claim.DONE;
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

    @Test
    void aNewKeyIsClaimed() {
        assertThat(store.claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimedKeyIsBusy() {
        store.claim("a", LEASE);

        assertThat(store.claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void aKeyThatIsDoneStaysDone() {
        store.claim("a", LEASE);
        store.done("a");
        store.release("a");

        assertThat(store.claim("a", LEASE)).isEqualTo(DONE);
    }

    @Test
    void aReleasedKeyIsClaimedAgain() {
        store.claim("a", LEASE);
        store.release("a");

        assertThat(store.claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimLastsAsLongAsItsLease() {
        store.claim("a", LEASE);
        now = now.plus(LEASE).minusMillis(1);

        assertThat(store.claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void aClaimEndsWithItsLease() {
        store.claim("a", LEASE);
        now = now.plus(LEASE);

        assertThat(store.claim("a", LEASE)).isEqualTo(CLAIMED);
        assertThat(store.claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void aKeyIsDoneForTheRetention() {
        store.claim("a", LEASE);
        store.done("a");
        now = now.plus(Duration.ofHours(24)).minusMillis(1);

        assertThat(store.claim("a", LEASE)).isEqualTo(DONE);
    }

    @Test
    void aKeyIsForgottenAfterTheRetention() {
        store.claim("a", LEASE);
        store.done("a");
        now = now.plus(Duration.ofHours(24));

        assertThat(store.claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aFullStoreForgetsWhatWasDoneLongestAgo() {
        for (String key : List.of("a", "b", "c")) {
            store.claim(key, LEASE);
            store.done(key);
        }
        store.claim("d", LEASE);

        assertThat(store.claim("b", LEASE)).isEqualTo(DONE);
        assertThat(store.claim("c", LEASE)).isEqualTo(DONE);
        assertThat(store.claim("d", LEASE)).isEqualTo(BUSY);
        assertThat(store.claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aKeyThatIsDoneWithoutClaimTakesRoomToo() {
        for (String key : List.of("a", "b", "c", "d")) {
            store.done(key);
        }

        assertThat(store.claim("d", LEASE)).isEqualTo(DONE);
        assertThat(store.claim("a", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aFullStoreNeverForgetsAClaim() {
        for (String key : List.of("a", "b", "c")) {
            store.claim(key, LEASE);
        }

        assertThatThrownBy(() -> store.claim("d", LEASE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 claims");
        assertThat(store.claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void aFullStoreForgetsClaimsWhoseLeaseEnded() {
        for (String key : List.of("a", "b", "c")) {
            store.claim(key, LEASE);
        }
        now = now.plus(LEASE);

        assertThat(store.claim("d", LEASE)).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimThatWasTakenOverIsNotTheOldest() {
        store.claim("a", LEASE);
        now = now.plus(LEASE.dividedBy(2));
        store.claim("b", LEASE);
        now = now.plus(LEASE.dividedBy(2));
        store.claim("a", LEASE);
        store.claim("c", LEASE);
        now = now.plus(LEASE.dividedBy(2));

        assertThat(store.claim("d", LEASE)).isEqualTo(CLAIMED);
        assertThat(store.claim("a", LEASE)).isEqualTo(BUSY);
    }

    @Test
    void ofManyClaimsAtTheSameTimeOneSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<ClaimStore.Claim>> claims = threads.invokeAll(IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<ClaimStore.Claim>) () -> store.claim("a", LEASE))
                    .toList());
            int claimed = 0;
            for (Future<ClaimStore.Claim> claim : claims) {
                claimed += claim.get() == CLAIMED ? 1 : 0;
            }
            assertThat(claimed).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLeaseMustBePositive() {
        assertThatThrownBy(() -> store.claim("a", Duration.ZERO)).hasMessage("lease must be positive");
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
