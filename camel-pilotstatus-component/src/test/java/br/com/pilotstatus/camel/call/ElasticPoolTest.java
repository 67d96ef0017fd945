/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElasticPoolTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final ThreadPoolExecutor pool = ElasticPool.create(4, Thread::new);
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
    void aPoolThatIsShutDownSaysSo() {
        pool.shutdown();
        assertThatThrownBy(() -> pool.execute(done::incrementAndGet)).isInstanceOf(RejectedExecutionException.class);
    }
}
