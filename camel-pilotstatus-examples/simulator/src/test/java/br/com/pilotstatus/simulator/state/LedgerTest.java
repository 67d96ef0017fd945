/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.settings.RetentionSettings;
import br.com.pilotstatus.simulator.support.ApiClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PilotStatusSimulatorExtension.class)
class LedgerTest {

    private static final String CUSTOMER = "+5511977770000";
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void itHoldsAcceptedSendsInOrder(PilotStatusSimulator simulator) {
        ApiClient client = ApiClient.of(simulator);
        String first = client.sendText(CUSTOMER);
        client.send("{\"text\":1}");
        String second = client.sendText(CUSTOMER);
        assertThat(simulator.ledger().entries()).extracting(LedgerEntry::id).containsExactly(first, second);
        assertThat(simulator.ledger().entries())
                .extracting(LedgerEntry::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void anEntryHasTheRequestAsItCame(PilotStatusSimulator simulator) {
        String request = "{\"destinationNumber\":\"5511977770000\",\"text\":\"Hello\",\"labels\":[\"vip\"]}";
        ApiClient.of(simulator).send(request);
        LedgerEntry entry = simulator.ledger().entries().get(0);
        assertThat(entry.request()).hasToString(request);
        assertThat(entry.destination().value()).isEqualTo(CUSTOMER);
        assertThat(entry.type()).isEqualTo("text");
    }

    @Test
    void aRecipientIsFoundWithAndWithoutPlus(PilotStatusSimulator simulator) {
        ApiClient.of(simulator).sendText(CUSTOMER);
        assertThat(simulator.ledger().to("+5511977770000")).hasSize(1);
        assertThat(simulator.ledger().to("5511977770000")).hasSize(1);
        assertThat(simulator.ledger().to("+5511977770001")).isEmpty();
    }

    @Test
    void aMessageThatIsThereIsNotWaitedFor(PilotStatusSimulator simulator) {
        String id = ApiClient.of(simulator).sendText(CUSTOMER);
        assertThat(simulator.ledger().awaitMessage(CUSTOMER, Duration.ZERO).id())
                .isEqualTo(id);
    }

    @Test
    void aMessageThatComesLaterIsWaitedFor(PilotStatusSimulator simulator) {
        CompletableFuture<String> sent =
                CompletableFuture.supplyAsync(() -> ApiClient.of(simulator).sendText(CUSTOMER));
        LedgerEntry entry = simulator.ledger().awaitMessage(e -> e.type().equals("text"), Duration.ofSeconds(5));
        assertThat(entry.id()).isEqualTo(sent.join());
    }

    @Test
    void aWaitInVainTellsWhatDidArriveWithoutNumbersAndTexts(PilotStatusSimulator simulator) {
        String id = ApiClient.of(simulator).sendText(CUSTOMER);
        assertThatThrownBy(() -> simulator.ledger().awaitMessage("+5511977770001", SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(id)
                .hasMessageContaining("text to PHONE ***00")
                .hasMessageNotContaining("77770")
                .hasMessageNotContaining("Hello");
    }

    @Test
    void aWaitInVainTellsWhenNothingArrived(PilotStatusSimulator simulator) {
        assertThatThrownBy(() -> simulator.ledger().awaitMessage(CUSTOMER, SHORT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Nothing was accepted");
    }

    @Test
    void onlyTheLatestAreKeptButAllAreCounted() {
        RetentionSettings two = new RetentionSettings(2, 1 << 20, 10, 1 << 20);
        try (PilotStatusSimulator small = PilotStatusSimulator.builder()
                .settings(s -> s.with(two))
                .build()
                .start()) {
            String first = ApiClient.of(small).sendText(CUSTOMER);
            ApiClient.of(small).sendText(CUSTOMER);
            ApiClient.of(small).sendText(CUSTOMER);
            assertThat(small.ledger().entries()).hasSize(2);
            assertThat(small.ledger().count()).isEqualTo(3);
            assertThat(small.messages().find(first)).isEmpty();
        }
    }

    @Test
    void largeRequestsAreForgottenByTheirSize() {
        RetentionSettings bytes = new RetentionSettings(100, 150, 10, 1 << 20);
        try (PilotStatusSimulator small = PilotStatusSimulator.builder()
                .settings(s -> s.with(bytes))
                .build()
                .start()) {
            for (int i = 0; i < 5; i++) {
                ApiClient.of(small).sendText(CUSTOMER);
            }
            assertThat(small.ledger().entries()).hasSize(2);
        }
    }

    @Test
    void requestsAreCountedByOperation(PilotStatusSimulator simulator) {
        ApiClient client = ApiClient.of(simulator);
        client.get("/messages/" + client.sendText(CUSTOMER));
        client.send("{");
        assertThat(simulator.requests().all()).containsEntry("sendMessage", 2L).containsEntry("getMessage", 1L);
    }
}
