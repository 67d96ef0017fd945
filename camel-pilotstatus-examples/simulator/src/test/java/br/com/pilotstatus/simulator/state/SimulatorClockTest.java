/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorClockTest {

    private final SimulatorClock clock = new SimulatorClock();
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        clock.close();
    }

    private void in(Duration after, String name) {
        clock.schedule(clock.now().plus(after), () -> ran.add(name));
    }

    @Test
    void whatFallsDueRunsInTheOrderOfTime() {
        in(Duration.ofHours(2), "second");
        in(Duration.ofHours(1), "first");
        in(Duration.ofHours(4), "later");
        clock.advance(Duration.ofHours(3));
        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void whatATaskSchedulesRunsInTheSameJump() {
        clock.schedule(clock.now().plusSeconds(60), () -> in(Duration.ofMinutes(1), "follow-up"));
        clock.advance(Duration.ofMinutes(2));
        assertThat(ran).containsExactly("follow-up");
    }

    @Test
    void eachTaskSeesItsOwnMoment() {
        Instant due = clock.now().plus(Duration.ofHours(1));
        Instant[] seen = new Instant[1];
        clock.schedule(due, () -> seen[0] = clock.now());
        clock.advance(Duration.ofDays(1));
        assertThat(seen[0]).isEqualTo(due);
    }

    @Test
    void inRealTimeATaskRunsByItself() {
        clock.start();
        in(Duration.ofMillis(20), "task");
        await().atMost(Duration.ofSeconds(5)).until(() -> ran.contains("task"));
    }

    @Test
    void aTaskThatFailsDoesNotStopTheOthers() {
        clock.schedule(clock.now(), () -> {
            throw new IllegalStateException("on purpose");
        });
        in(Duration.ofMillis(1), "next");
        clock.advance(Duration.ofSeconds(1));
        assertThat(ran).containsExactly("next");
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResetDropsTasksAndReturnsToRealTime() {
        in(Duration.ofHours(2), "dropped");
        clock.advance(Duration.ofHours(1));
        clock.reset();
        clock.advance(Duration.ofHours(3));
        assertThat(ran).isEmpty();
        clock.reset();
        assertThat(clock.now())
                .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
    }
}
