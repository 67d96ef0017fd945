/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.Receiver;
import br.com.pilotstatus.simulator.support.Receiver.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookDeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private Receiver receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void hangUp() {
        receiver.close();
    }

    private void subscribe(String... events) {
        simulator.webhooks().create(simulator.numberId(), receiver.url(), events);
    }

    private void awaitCalls(int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.received()).hasSize(count));
    }

    /** Sends a text that changes its state each minute of the clock, whatever real time does; returns its id. */
    private String proceedsByTheMinute() {
        simulator.configure(s ->
                s.with(s.lifecycle().withDelays(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3))));
        return client.sendText(CUSTOMER);
    }

    @Test
    void aMessageIsReportedSentDeliveredAndRead() {
        subscribe("*");
        String id = proceedsByTheMinute();
        for (int calls = 1; calls <= 3; calls++) {
            simulator.clock().advance(Duration.ofMinutes(1));
            awaitCalls(calls);
        }
        assertThat(receiver.events()).containsExactly("message.sent", "message.delivered", "message.read");
        assertThat(receiver.received())
                .allSatisfy(
                        call -> assertThat(call.data().get("internalMessageId").textValue())
                                .isEqualTo(id));
    }

    @Test
    void theTokenOfTheUrlGoesWithEveryCall() {
        subscribe("message.sent");
        client.sendText(CUSTOMER);
        awaitCalls(1);
        assertThat(receiver.received().get(0).uri()).isEqualTo("/hook?token=secret-token");
    }

    @Test
    void withoutASecretThereIsNoSignature() {
        subscribe("message.sent");
        client.sendText(CUSTOMER);
        awaitCalls(1);
        assertThat(receiver.received().get(0).signature()).isNull();
    }

    @Test
    void withASecretTheExactBytesAreSigned() {
        simulator.configure(s -> s.with(s.delivery()
                .withSecret("a-secret-of-some-length")
                .withSignature("x-pilot-status-signature", "sha256=")));
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Olá, tudo bem? ✔");
        awaitCalls(1);
        Received call = receiver.received().get(0);
        assertThat(call.signature())
                .isEqualTo("sha256="
                        + Signer.sign(call.body().getBytes(StandardCharsets.UTF_8), "a-secret-of-some-length"));
    }

    @Test
    void aFailedCallIsRepeatedWithTheSameBytesUntilItSucceeds() {
        simulator.configure(s -> s.with(s.delivery().withRetries(10, Duration.ofMillis(20), 1)));
        receiver.answers(500, 404);
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Hello");
        awaitCalls(3);
        assertThat(receiver.received().stream().map(Received::body).distinct()).hasSize(1);
        simulator.webhooks().awaitAttempt(WebhookAttempt::isSuccess, SOON);
        assertThat(simulator.webhooks().attempts())
                .extracting(WebhookAttempt::attempt, WebhookAttempt::statusCode)
                .containsExactly(tuple(1, 500), tuple(2, 404), tuple(3, 200));
    }

    @Test
    void theWaitsGrowByTheFactor() {
        simulator.configure(s -> s.with(s.delivery().withRetries(3, Duration.ofMinutes(1), 2)));
        receiver.answers(500, 500, 500);
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Hello");
        simulator.webhooks().awaitAttempt(a -> a.attempt() == 1, SOON);
        simulator.clock().advance(Duration.ofSeconds(61));
        WebhookAttempt second = simulator.webhooks().awaitAttempt(a -> a.attempt() == 2, SOON);
        simulator.clock().advance(Duration.ofSeconds(121));
        WebhookAttempt third = simulator.webhooks().awaitAttempt(a -> a.attempt() == 3, SOON);
        assertThat(Duration.between(second.createdAt(), third.createdAt()))
                .isBetween(
                        Duration.ofMinutes(2), Duration.ofMinutes(2).plus(SOON).plus(SOON));
    }

    @Test
    void afterTheLastTryTheEventIsGivenUp() {
        simulator.configure(s -> s.with(s.delivery().withRetries(2, Duration.ofMillis(10), 1)));
        receiver.answers(500, 500);
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Hello");
        simulator.webhooks().awaitAttempt(a -> a.attempt() == 2, SOON);
        simulator.clock().advance(Duration.ofDays(30));
        simulator.inbound().text(CUSTOMER, "Again");
        simulator.webhooks().awaitAttempt(WebhookAttempt::isSuccess, SOON);
        assertThat(receiver.received()).hasSize(3);
    }

    @Test
    void aReceiverThatDoesNotAnswerIsAFailedAttempt() {
        simulator.configure(s -> s.with(s.delivery().withTimeout(Duration.ofMillis(100))));
        receiver.answers(0);
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Hello");
        WebhookAttempt attempt = simulator.webhooks().awaitAttempt(a -> true, SOON);
        assertThat(attempt.statusCode()).isNull();
        assertThat(attempt.error()).isEqualTo("no answer in time");
    }

    @Test
    void aReceiverThatIsNotThereIsAFailedAttempt() {
        receiver.close();
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Hello");
        WebhookAttempt attempt = simulator.webhooks().awaitAttempt(a -> true, SOON);
        assertThat(attempt.error()).startsWith("no answer:");
    }

    @Test
    void anEventNobodySubscribedToIsNotSent() {
        subscribe("message.sent", "message.read");
        proceedsByTheMinute();
        simulator.clock().advance(Duration.ofMinutes(3));
        awaitCalls(2);
        assertThat(receiver.events()).containsExactlyInAnyOrder("message.sent", "message.read");
    }

    @Test
    void aWebhookGetsTheEventsOfItsNumberOnly() {
        subscribe("*");
        String metaNumber = simulator.number(Provider.META).id();
        assertThat(simulator.inbound(metaNumber).text(CUSTOMER, "Hello").webhooks())
                .isZero();
    }

    @Test
    void aPausedWebhookGetsNothing() {
        subscribe("*");
        String id = simulator.webhooks().list().get(0).id();
        client.call("PATCH", "/webhooks/" + id, "{\"active\":false}");
        assertThat(simulator.inbound().text(CUSTOMER, "Hello").webhooks()).isZero();
    }

    @Test
    void aDeletedWebhookGetsNoFurtherTries() {
        receiver.answers(500);
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Hello");
        simulator.webhooks().awaitAttempt(a -> a.attempt() == 1, SOON);
        client.call("DELETE", "/webhooks/" + simulator.webhooks().list().get(0).id(), null);
        simulator.clock().advance(Duration.ofHours(1));
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Again");
        simulator.webhooks().awaitAttempt(WebhookAttempt::isSuccess, SOON);
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void anAttemptCanBeSentAgainByteForByte() {
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Hello");
        WebhookAttempt first = simulator.webhooks().awaitAttempt(WebhookAttempt::isSuccess, SOON);
        simulator.webhooks().redeliver(first);
        awaitCalls(2);
        assertThat(receiver.received().get(1).body())
                .isEqualTo(receiver.received().get(0).body());
    }

    @Test
    void moreWaitingDeliveriesThanConnectionsAllEndInTime() {
        simulator.configure(
                s -> s.with(s.delivery().withTimeout(Duration.ofMillis(200)).withRetries(1, Duration.ofMillis(1), 1)));
        Integer[] silence = new Integer[100];
        Arrays.fill(silence, 0);
        receiver.answers(silence);
        subscribe("message.received");
        for (int i = 0; i < 100; i++) {
            simulator.inbound().text(CUSTOMER, "Hello");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(simulator.webhooks().attempts()).hasSize(100));
    }

    @Test
    void aRedirectIsAFailedAttemptAndNotFollowed() {
        receiver.answers(302);
        subscribe("message.received");
        simulator.inbound().text(CUSTOMER, "Hello");
        WebhookAttempt attempt = simulator.webhooks().awaitAttempt(a -> true, SOON);
        assertThat(List.of(attempt.statusCode(), attempt.isSuccess())).isEqualTo(List.of(302, false));
    }
}
