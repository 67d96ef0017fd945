/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundedLogTest {

    private final BoundedLog<String> log = new BoundedLog<>(10, 1_000, String::length);

    @Test
    void whatIsNotWantedAnyMoreIsNotAdded() {
        log.appendIf(() -> false, number -> "late");
        assertThat(log.total()).isZero();
    }

    @Test
    void nothingIsClearedBetweenTheQuestionAndTheEntry() throws InterruptedException {
        Thread reset = new Thread(log::clear);
        log.appendIf(
                () -> {
                    reset.start();
                    await().atMost(Duration.ofSeconds(5)).until(() -> reset.getState() == Thread.State.WAITING);
                    return true;
                },
                number -> "before the reset");
        reset.join();
        assertThat(log.entries()).isEmpty();
    }
}
