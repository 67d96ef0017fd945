/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each event runs once, however often and in whatever order it comes. */
interface OnceTests extends OnServer {

    Duration SOON = Duration.ofSeconds(10);

    @Test
    default void aRepeatedEventDoesNotRunAgain() {
        Event event = Event.any();

        assertAccepted(Call.with(event), event);
        assertAccepted(Call.with(event), event);
    }

    @Test
    default void theStatesOfAMessageRunInTheOrderTheyCome() {
        Event event = Event.any();
        List<String> reordered = List.of("message.read", "message.sent", "message.delivered");

        for (String name : reordered) {
            assertThat(send(Call.with(event.as(name))).status()).isEqualTo(200);
        }
        assertThat(runs().namesOf(event)).isEqualTo(reordered);
    }

    @Test
    default void ofRepeatsAtTheSameTimeOneRuns() {
        Event event = Event.saying(Runs.WAIT);
        CompletableFuture<Answer> first = Background.supply(() -> send(Call.with(event)));
        await().atMost(SOON).until(() -> runs().of(event) == 1);

        List<CompletableFuture<Answer>> others = IntStream.range(0, 8)
                .mapToObj(i -> Background.supply(() -> send(Call.with(event))))
                .toList();
        Object early = CompletableFuture.anyOf(others.toArray(CompletableFuture[]::new))
                .join();
        assertThat(early).isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        });
        // A server may have put another one behind the first, on the same thread.
        runs().letGo(event);
        assertThat(others).extracting(answer -> answer.join().status()).isSubsetOf(200, 503);

        assertThat(first.join().status()).isEqualTo(200);
        assertAccepted(Call.with(event), event);
    }

    @Test
    default void ofARaceOneRuns() {
        Event event = Event.any();

        List<CompletableFuture<Answer>> answers = Stream.generate(() -> Background.supply(() -> send(Call.with(event))))
                .limit(16)
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.join().status())
                .contains(200)
                .isSubsetOf(200, 503);
        assertThat(runs().of(event)).isEqualTo(1);
    }

    @Test
    default void anEventThatFailsRunsWhenItComesAgain() {
        assertSecondRun(Event.saying(Runs.FAIL_FIRST));
    }

    @Test
    default void anEventThatIsRolledBackRunsWhenItComesAgain() {
        assertSecondRun(Event.saying(Runs.ROLL_BACK_FIRST));
    }

    private void assertSecondRun(Event event) {
        assertThat(send(Call.with(event)).status()).isEqualTo(500);
        assertThat(send(Call.with(event)).status()).isEqualTo(200);
        assertThat(send(Call.with(event)).status()).isEqualTo(200);
        assertThat(runs().of(event)).isEqualTo(2);
    }
}
