/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.support.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    private static final String CUSTOMER = "+5511977770000";

    @Test
    void severalSimulatorsRunBesideEachOther() {
        try (PilotStatusSimulator one = PilotStatusSimulator.builder().build().start();
                PilotStatusSimulator other =
                        PilotStatusSimulator.builder().build().start()) {
            ApiClient.of(one).sendText(CUSTOMER);
            assertThat(List.of(one.ledger().count(), other.ledger().count())).containsExactly(1L, 0L);
        }
    }

    @Test
    void keysAreKnownBeforeTheStartButThePortIsNot() {
        try (PilotStatusSimulator simulator = PilotStatusSimulator.builder().build()) {
            assertThat(simulator.apiKey()).startsWith("ps_");
            assertThatThrownBy(simulator::port).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void itStartsOnceOnly() {
        try (PilotStatusSimulator simulator =
                PilotStatusSimulator.builder().build().start()) {
            assertThatThrownBy(simulator::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingFreesThePortAndMayBeRepeated() throws IOException {
        PilotStatusSimulator simulator = PilotStatusSimulator.builder().build().start();
        int port = simulator.port();
        simulator.close();
        simulator.close();
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    void whatHappensAfterTheEndReachesNobody() {
        PilotStatusSimulator simulator = PilotStatusSimulator.builder().build().start();
        simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/", "*");
        simulator.close();
        simulator.inbound().text(CUSTOMER, "Hello");
        assertThat(simulator.webhooks().attempts())
                .extracting(WebhookAttempt::error)
                .containsExactly("the simulator is ending");
    }

    @Test
    void aPortInUseIsAnErrorAtStart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PilotStatusSimulator simulator =
                    PilotStatusSimulator.builder().port(taken.getLocalPort()).build();
            assertThatThrownBy(simulator::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("could not start");
        }
    }

    @Test
    void idsGoOnAfterAReset() {
        try (PilotStatusSimulator simulator =
                PilotStatusSimulator.builder().build().start()) {
            String before = ApiClient.of(simulator).sendText(CUSTOMER);
            simulator.reset();
            assertThat(ApiClient.of(simulator).sendText(CUSTOMER)).isNotEqualTo(before);
        }
    }

    @Test
    void aResetForgetsAllWebhooks() {
        try (PilotStatusSimulator simulator =
                PilotStatusSimulator.builder().build().start()) {
            register(simulator);
            simulator.reset();
            assertThat(simulator.webhooks().list()).isEmpty();
        }
    }

    @Test
    void aResetMayKeepTheWebhooksThatWereRegistered() {
        try (PilotStatusSimulator simulator =
                PilotStatusSimulator.builder().build().start()) {
            String registered = register(simulator);
            simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/by-the-test", "*");
            ApiClient.of(simulator).sendText(CUSTOMER);
            simulator.resetKeepingWebhooks();
            assertThat(simulator.webhooks().list())
                    .extracting(SimulatedWebhook::id)
                    .containsExactly(registered);
            assertThat(simulator.ledger().count()).isZero();
        }
    }

    private static String register(PilotStatusSimulator simulator) {
        return ApiClient.of(simulator)
                .call("POST", "/webhooks", "{\"url\":\"http://127.0.0.1:9/by-the-application\",\"events\":[\"*\"]}")
                .body()
                .get("id")
                .textValue();
    }

    @Test
    void theSameCallsGiveTheSameIds() {
        try (PilotStatusSimulator one =
                        PilotStatusSimulator.builder().seed("same").build().start();
                PilotStatusSimulator other =
                        PilotStatusSimulator.builder().seed("same").build().start()) {
            assertThat(ApiClient.of(one).sendText(CUSTOMER))
                    .isEqualTo(ApiClient.of(other).sendText(CUSTOMER));
        }
    }

    @Test
    void manyCallersAtOnceGetOneIdAndOneEntryEach() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (PilotStatusSimulator simulator =
                PilotStatusSimulator.builder().build().start()) {
            ApiClient client = ApiClient.of(simulator);
            List<Future<String>> sends = Stream.generate(() -> callers.submit(() -> client.sendText(CUSTOMER)))
                    .limit(200)
                    .toList();
            List<String> ids = new ArrayList<>();
            for (Future<String> send : sends) {
                ids.add(send.get());
            }
            assertThat(simulator.ledger().entries())
                    .extracting(LedgerEntry::id)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(ids);
            assertThat(simulator.ledger().entries())
                    .extracting(LedgerEntry::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 200).boxed().toList());
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void nothingPrintedHoldsPhonesTextsOrKeys() {
        try (PilotStatusSimulator simulator = PilotStatusSimulator.builder()
                .webhookSecret("very-secret")
                .build()
                .start()) {
            String id = ApiClient.of(simulator).sendText(CUSTOMER);
            String printed = simulator.ledger().entries().toString()
                    + simulator.messages().find(id)
                    + simulator.numbers().list()
                    + simulator.settings()
                    + simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/?token=tell-no-one", "*")
                    + simulator.inbound().text(CUSTOMER, "Hello");
            assertThat(printed)
                    .doesNotContain("7777", "8888", "Hello", "very-secret", "tell-no-one", simulator.apiKey());
        }
    }
}
