/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import static br.com.pilotstatus.camel.store.ClaimStore.Status.BUSY;
import static br.com.pilotstatus.camel.store.ClaimStore.Status.CLAIMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept alive and written later, with a store that is away when the test says so. */
@Timeout(30)
class ClaimKeeperTest {

    private static final Duration LEASE = Duration.ofMillis(500);
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final AwayStore store = new AwayStore();
    private final ClaimKeeper keeper = new ClaimKeeper(LEASE);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private HeldClaim claim(String key) {
        long begun = System.nanoTime();
        Claim claim = store.claim(key, "", keeper.lease());
        assertThat(claim.status()).isEqualTo(CLAIMED);
        return keeper.hold(store, key, claim, begun);
    }

    @Test
    void aClaimLastsForAsLongAsItsWorkGoesOn() {
        keeper.start(threads);
        HeldClaim claim = claim("a");
        // Each renewal is a fifth of the lease after the one before.
        await().until(() -> store.renewals.get() > 10);
        assertThat(store.claim("a", "", LEASE).status()).isEqualTo(BUSY);
        assertThat(claim.stands()).isTrue();

        assertThat(keeper.release(claim)).isEmpty();
        assertThat(store.claim("a", "", LEASE).status()).isEqualTo(CLAIMED);
    }

    @Test
    void aClaimWhoseWorkHasEndedIsRenewedNoMore() {
        keeper.start(threads);
        keeper.done(claim("a"), "");
        claim("b");
        await().until(() -> store.renewals.get() > 3);
        assertThat(store.renewed).containsExactly("b");
    }

    @Test
    void aStoreThatIsAwayForAMomentEndsNoRenewal() {
        keeper.start(threads);
        claim("a");
        store.away = true;
        await().until(() -> store.refusals.get() > 1);
        store.away = false;
        await().until(() -> store.renewals.get() > 3);
    }

    @Test
    void aClaimThatIsSomebodyElsesIsToldOfOnceAndLetBe() {
        try (LogRecorder log = new LogRecorder()) {
            keeper.start(threads);
            HeldClaim lost = claim("a");
            store.release("a");
            claim("b");
            await().until(() -> store.renewals.get() > 5);
            assertThat(log.lines("could not be extended")).hasSize(1);
            assertThat(lost.stands()).isFalse();
        }
    }

    @Test
    void whatIsDoneWhileTheStoreIsAwayIsWrittenWhenItIsBack() {
        keeper.start(threads);
        store.claim("a", "", null);
        store.away = true;
        assertThat(keeper.done(store, "a", "message 1")).isPresent();
        assertThat(keeper.waiting()).isEqualTo(1);
        await().until(() -> store.refusals.get() > 2);
        store.away = false;
        await().until(() -> keeper.waiting() == 0);
        assertThat(store.result("a")).hasValue("message 1");
    }

    @Test
    void whatIsReleasedWhileTheStoreIsAwayIsFreeWhenItIsBack() {
        keeper.start(threads);
        store.claim("a", "", null);
        store.away = true;
        assertThat(keeper.release(store, "a", null)).isPresent();
        store.away = false;
        await().until(() -> keeper.waiting() == 0);
        assertThat(store.claim("a", "", null).status()).isEqualTo(CLAIMED);
    }

    @Test
    void whatWaitsIsWrittenBeforeItsKeyIsClaimedAgain() {
        store.claim("a", "", null);
        store.away = true;
        keeper.done(store, "a", "message 1");
        store.away = false;
        keeper.catchUp(store, "a");
        assertThat(store.result("a")).hasValue("message 1");
        assertThat(keeper.waiting()).isZero();
    }

    @Test
    void whatWasDoneIsNotUndoneByALaterRelease() {
        store.away = true;
        keeper.done(store, "a", "message 1");
        keeper.release(store, "a", null);
        store.away = false;
        keeper.start(threads);
        await().until(() -> keeper.waiting() == 0);
        assertThat(store.result("a")).hasValue("message 1");
    }

    @Test
    void aLateReleaseLeavesAKeyAloneThatWasDecidedAndClaimedAnew() {
        Claim first = store.claim("a", "", null);
        store.away = true;
        keeper.release(store, "a", first.token());
        store.away = false;
        store.release("a");
        store.claim("a", "", null);
        keeper.start(threads);
        await().until(() -> keeper.waiting() == 0);
        assertThat(store.claim("a", "", null).status()).isEqualTo(BUSY);
    }

    @Test
    void aReleaseThatComesAfterTheLeaseIsNotWritten() {
        HeldClaim claim = claim("a");
        store.away = true;
        keeper.release(claim);
        await().until(() -> !claim.stands());
        store.away = false;
        store.claim("a", "", null);
        keeper.start(threads);
        await().until(() -> keeper.waiting() == 0);
        assertThat(store.claim("a", "", null).status()).isEqualTo(BUSY);
    }

    @Test
    void oneThatCanNeverBeWrittenHoldsUpNoOther() {
        keeper.start(threads);
        store.poison = "a";
        store.away = true;
        keeper.done(store, "a", "");
        keeper.done(store, "b", "message 2");
        store.away = false;
        await().until(() -> store.result("b").isPresent());
        assertThat(keeper.waiting()).isEqualTo(1);
    }

    @Test
    void aStopMakesOneMoreEffort() {
        store.away = true;
        keeper.start(threads);
        keeper.done(store, "a", "message 1");
        store.away = false;
        keeper.stop(MOMENT);
        assertThat(store.result("a")).hasValue("message 1");
    }

    @Test
    void aStopThatLeavesSomethingUnwrittenSaysHowMuch() {
        store.away = true;
        keeper.start(threads);
        keeper.done(store, "order-1042", "message 1");
        try (LogRecorder log = new LogRecorder()) {
            keeper.stop(MOMENT);
            assertThat(log.lines("What came of 1 claims could not be written")).hasSize(1);
            assertThat(log.lines("order-1042")).isEmpty();
        }
    }

    @Test
    void aStoreThatCannotWorkIsToldOfAtTheStart() {
        try (LogRecorder log = new LogRecorder()) {
            keeper.start(threads);
            store.away = true;
            keeper.check(store);
            await().untilAsserted(() ->
                    assertThat(log.lines("A claim store cannot work now")).hasSize(1));
        }
    }

    /** A store in memory that can be out of reach. */
    private static final class AwayStore implements ClaimStore {

        private final ClaimStore store = new MemoryClaimStore();
        private final AtomicInteger renewals = new AtomicInteger();
        private final AtomicInteger refusals = new AtomicInteger();
        private final Set<String> renewed = ConcurrentHashMap.newKeySet();
        private volatile boolean away;
        private volatile String poison = "";

        private void requireThere(String key) {
            if (away || poison.equals(key)) {
                refusals.incrementAndGet();
                throw new IllegalStateException("connection lost");
            }
        }

        @Override
        public Claim claim(String key, String content, Duration lease) {
            requireThere(key);
            return store.claim(key, content, lease);
        }

        @Override
        public void done(String key, String result) {
            requireThere(key);
            store.done(key, result);
        }

        @Override
        public void release(String key) {
            requireThere(key);
            store.release(key);
        }

        @Override
        public void release(String key, String token) {
            requireThere(key);
            store.release(key, token);
        }

        @Override
        public boolean renew(String key, String token, Duration lease) {
            requireThere(key);
            renewals.incrementAndGet();
            renewed.add(key);
            return store.renew(key, token, lease);
        }

        @Override
        public Optional<String> result(String key) {
            requireThere(key);
            return store.result(key);
        }

        @Override
        public List<OpenClaim> open(String keyPrefix, int limit) {
            requireThere("");
            return store.open(keyPrefix, limit);
        }

        @Override
        public void check() {
            requireThere("");
        }
    }
}
