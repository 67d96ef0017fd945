/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static br.com.pilotstatus.examples.main.Bridge.forAWhile;
import static br.com.pilotstatus.examples.main.Bridge.soon;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.examples.main.demo.RunningApplication;
import br.com.pilotstatus.examples.main.demo.Systems;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pilot Status is really gone: nothing listens on its port until it is back. */
class OutageTest {

    private static final String QUEUE = "whatsapp";
    private static final int MESSAGES = 5;

    private final Systems systems = new Systems(Duration.ofMillis(20));
    private int port;

    @BeforeEach
    void pilotStatusGoesDown() throws Exception {
        systems.start();
        port = systems.pilotStatus().port();
        systems.pilotStatus().close();
        IntStream.range(0, MESSAGES).forEach(i -> systems.broker().put(QUEUE, """
                        {"destinationNumber": "+551197777003%d", "text": "Hello"}""".formatted(i)));
    }

    @AfterEach
    void stop() throws Exception {
        systems.close();
    }

    @Test
    void queueMessagesAreSentOnceEachWhenItIsBack() {
        try (RunningApplication application = RunningApplication.start(systems.addresses())) {
            forAWhile().until(() -> systems.broker().depth(QUEUE) == MESSAGES);

            try (PilotStatusSimulator back = backAgain()) {
                soon().until(() -> systems.broker().depth(QUEUE) == 0);

                assertThat(recipients(back)).hasSize(MESSAGES).doesNotHaveDuplicates();
                assertThat(systems.broker().depth("whatsapp.dead-letter")).isZero();
            }
        }
    }

    @Test
    void queueMessagesOutliveTheApplication() {
        try (RunningApplication application = RunningApplication.start(systems.addresses())) {
            forAWhile().until(() -> systems.broker().depth(QUEUE) == MESSAGES);
        }

        assertThat(systems.broker().depth(QUEUE)).isEqualTo(MESSAGES);
        try (PilotStatusSimulator back = backAgain();
                RunningApplication application = RunningApplication.start(systems.addresses())) {
            soon().until(() -> systems.broker().depth(QUEUE) == 0);

            assertThat(recipients(back)).hasSize(MESSAGES).doesNotHaveDuplicates();
        }
    }

    private PilotStatusSimulator backAgain() {
        return PilotStatusSimulator.builder()
                .seed(Systems.SEED)
                .port(port)
                .build()
                .start();
    }

    private static List<String> recipients(PilotStatusSimulator pilotStatus) {
        return pilotStatus.ledger().entries().stream()
                .map(LedgerEntry::destination)
                .map(destination -> destination.value())
                .toList();
    }
}
