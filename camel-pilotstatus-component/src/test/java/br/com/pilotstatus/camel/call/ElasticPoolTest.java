/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElasticPoolTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final ThreadPoolExecutor pool = new ElasticPool(4, Thread::new);
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void stop() {
        open.countDown();
        pool.shutdownNow();
    }

    private void blocked() {
        try {
            open.await();
            done.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tasksOneAfterTheOtherUseOneThread() {
        for (int i = 1; i <= 50; i++) {
            int number = i;
            pool.execute(done::incrementAndGet);
            // Idle again, and not only done.
            await().pollInterval(Duration.ofMillis(1)).atMost(SOON).until(() -> pool.getCompletedTaskCount() == number);
        }
        assertThat(pool.getLargestPoolSize()).isLessThanOrEqualTo(2);
    }

    @Test
    void tasksAtOnceUseAThreadEachUpToTheBoundAndTheRestWait() {
        for (int i = 0; i < 10; i++) {
            pool.execute(this::blocked);
        }
        assertThat(pool.getPoolSize()).isEqualTo(4);
        assertThat(pool.getQueue()).hasSize(6);
        open.countDown();
        await().atMost(SOON).until(() -> done.get() == 10);
    }

    @Test
    void aSlowTaskHoldsUpNoneBehindIt() {
        for (int round = 1; round <= 200; round++) {
            int before = done.get();
            CountDownLatch slow = new CountDownLatch(1);
            pool.execute(() -> awaitQuietly(slow));
            pool.execute(done::incrementAndGet);
            pool.execute(() -> awaitQuietly(slow));
            pool.execute(done::incrementAndGet);
            await().pollInterval(Duration.ofMillis(1)).atMost(SOON).until(() -> done.get() == before + 2);
            slow.countDown();
        }
    }

    @Test
    void noTaskIsOverlookedWhenManyComeFromManyThreads() throws InterruptedException {
        List<Thread> callers = Stream.generate(() -> new Thread(() -> {
                    for (int i = 0; i < 50_000; i++) {
                        pool.execute(done::incrementAndGet);
                    }
                }))
                .limit(4)
                .toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        await().atMost(SOON).until(() -> done.get() == 200_000);
    }

    @Test
    void idleThreadsEnd() {
        pool.setKeepAliveTime(10, TimeUnit.MILLISECONDS);
        for (int i = 0; i < 4; i++) {
            pool.execute(this::blocked);
        }
        open.countDown();
        await().atMost(SOON).until(() -> pool.getPoolSize() == 0);
    }

    @Test
    void whatWaitsWhenThePoolIsShutDownIsStillDone() {
        for (int i = 0; i < 10; i++) {
            pool.execute(this::blocked);
        }
        pool.shutdown();
        open.countDown();
        await().atMost(SOON).until(() -> done.get() == 10);
        await().atMost(SOON).until(pool::isTerminated);
    }

    @Test
    void aPoolThatIsShutDownSaysSo() {
        pool.shutdown();
        assertThatThrownBy(() -> pool.execute(done::incrementAndGet)).isInstanceOf(RejectedExecutionException.class);
    }
}
