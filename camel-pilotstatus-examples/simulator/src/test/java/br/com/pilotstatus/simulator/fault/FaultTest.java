/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import br.com.pilotstatus.simulator.support.RawCall;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultTest {

    private static final String CUSTOMER = "+5511977770000";
    private static final String TEXT = "{\"destinationNumber\":\"" + CUSTOMER + "\",\"text\":\"Hello\"}";
    private static final int PATIENCE = 5_000;
    private static final int SILENCE = 100;
    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);

    private void always(Fault fault) {
        simulator.faults().add(FaultRule.always(fault));
    }

    private long accepted() {
        return simulator.ledger().count();
    }

    private List<Integer> statusesOf(int sends) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < sends; i++) {
            statuses.add(client.send(TEXT).status());
        }
        return statuses;
    }

    @Test
    void aRuleForTheNextRequestsStrikesThoseAndNoMore() {
        simulator.faults().add(FaultRule.next(2, Fault.status(503)));
        assertThat(statusesOf(4)).containsExactly(503, 503, 202, 202);
    }

    @Test
    void aRuleForEveryNthRequestStrikesThose() {
        simulator.faults().add(FaultRule.every(3, Fault.status(503)));
        assertThat(statusesOf(7)).containsExactly(202, 202, 503, 202, 202, 503, 202);
    }

    @Test
    void aRuleWithoutScheduleStrikesAlways() {
        always(Fault.status(503));
        assertThat(statusesOf(3)).containsExactly(503, 503, 503);
    }

    @Test
    void aRuleForAnOperationSparesTheOthers() {
        simulator.faults().add(FaultRule.always(Fault.status(503)).on("getMessage"));
        String id = client.sendText(CUSTOMER);
        assertThat(client.get("/messages/" + id).status()).isEqualTo(503);
    }

    @Test
    void aRuleForARecipientSparesTheOthers() {
        simulator.faults().add(FaultRule.always(Fault.status(503)).to("5511977770001"));
        assertThat(client.send(TEXT).status()).isEqualTo(202);
        assertThat(client.send(TEXT.replace("0000", "0001")).status()).isEqualTo(503);
    }

    @Test
    void theFirstRuleThatStrikesDecidesAndTheNextDoesNotCount() {
        simulator.faults().add(FaultRule.next(1, Fault.status(500)));
        simulator.faults().add(FaultRule.next(1, Fault.status(503)));
        assertThat(statusesOf(3)).containsExactly(500, 503, 202);
    }

    @Test
    void aRuleTellsHowOftenItStruck() {
        simulator.faults().add(FaultRule.every(2, Fault.status(503)));
        statusesOf(5);
        ArmedRule armed = simulator.faults().list().get(0);
        assertThat(List.of(armed.asked(), armed.struck())).containsExactly(5L, 2L);
    }

    @Test
    void aRemovedRuleStrikesNoMore() {
        long id = simulator.faults().add(FaultRule.always(Fault.status(503)));
        assertThat(simulator.faults().remove(id)).isTrue();
        assertThat(client.send(TEXT).status()).isEqualTo(202);
    }

    @Test
    void aRuleForAnOperationTheApiLacksIsRefused() {
        FaultRule rule = FaultRule.always(Fault.status(503)).on("sendMesage");
        assertThatThrownBy(() -> simulator.faults().add(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sendMesage");
    }

    @Test
    void aSpoiledRequestIsCountedButNotInTheLedger() {
        always(Fault.status(503));
        client.send(TEXT);
        assertThat(simulator.requests().of("sendMessage")).isEqualTo(1);
        assertThat(accepted()).isZero();
    }

    @Test
    void aStatusComesWithTheErrorBodyOfTheApi() {
        always(Fault.status(503).withCode("EVOLUTION_API_KEY_MISSING"));
        assertThat(client.send(TEXT).body())
                .hasToString("{\"error\":\"Simulated failure 503\",\"code\":\"EVOLUTION_API_KEY_MISSING\"}");
    }

    @Test
    void aStatusCanComeWithAnyBody() {
        always(Fault.status(400).withBody(ApiClient.JSON.createObjectNode().put("message", "no")));
        assertThat(client.send(TEXT).text()).isEqualTo("{\"message\":\"no\"}");
    }

    @Test
    void aStatusCanComeWithoutBody() {
        always(Fault.status(502).withoutBody());
        assertThat(client.send(TEXT).text()).isEmpty();
    }

    @Test
    void retryAfterCanBeSeconds() {
        always(Fault.status(429).withRetryAfter(7));
        assertThat(client.send(TEXT).header("retry-after")).isEqualTo("7");
    }

    @Test
    void retryAfterCanBeADate() {
        always(Fault.status(429).withRetryAfterDate(60));
        Instant until = ZonedDateTime.parse(
                        client.send(TEXT).header("retry-after"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(until).isBetween(Instant.now().plusSeconds(50), Instant.now().plusSeconds(61));
    }

    @Test
    void retryAfterCanBeAbsent() {
        always(Fault.status(429));
        assertThat(client.send(TEXT).header("retry-after")).isNull();
    }

    @Test
    void aDelayedAnswerIsTheRightOne() {
        always(Fault.delay(Duration.ofMillis(200)));
        long begun = System.nanoTime();
        assertThat(client.send(TEXT).status()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
    }

    @Test
    void aStallBeforeAcceptanceNeverAnswersAndAcceptsNothing() throws IOException {
        always(Fault.stall());
        try (RawCall call = new RawCall(simulator, SILENCE)) {
            await().atMost(SOON).until(() -> simulator.requests().of("sendMessage") == 1);
            assertThatThrownBy(call::read).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(accepted()).isZero();
    }

    @Test
    void aStallAfterAcceptanceNeverAnswersButAccepts() throws IOException {
        always(Fault.stallAfterAcceptance());
        try (RawCall call = new RawCall(simulator, SILENCE)) {
            await().atMost(SOON).until(() -> accepted() == 1);
            assertThatThrownBy(call::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aResetBeforeAcceptanceIsATcpResetAndAcceptsNothing() throws IOException {
        always(Fault.reset());
        try (RawCall call = new RawCall(simulator, PATIENCE)) {
            assertThatThrownBy(call::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(accepted()).isZero();
    }

    @Test
    void aLostReplyIsATcpResetAfterTheMessageWasAccepted() throws IOException {
        always(Fault.replyLost());
        try (RawCall call = new RawCall(simulator, PATIENCE)) {
            assertThatThrownBy(call::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void garbageInPlaceOfHttpIsNoHttp() throws IOException {
        always(Fault.garbageHttp());
        try (RawCall call = new RawCall(simulator, PATIENCE)) {
            assertThat(call.readAll()).contains("this is no HTTP").doesNotContain("HTTP/1.1");
        }
        assertThat(accepted()).isZero();
    }

    @Test
    void garbageInPlaceOfJsonHasTheRightStatus() {
        always(Fault.garbageJson());
        Answer answer = client.send(TEXT);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).startsWith("<html>");
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void halfABodyEndsBeforeItsAnnouncedLength() throws IOException {
        always(Fault.halfBody());
        try (RawCall call = new RawCall(simulator, PATIENCE)) {
            String[] parts = call.readAll().split("\r\n\r\n", 2);
            int announced = Integer.parseInt(parts[0].replaceAll("(?s).*content-length: ([0-9]+).*", "$1"));
            assertThat(parts[0]).startsWith("HTTP/1.1 202");
            assertThat(parts[1]).hasSize(announced / 2);
        }
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void aHugeBodyIsAsLargeAsWanted() {
        always(Fault.hugeBody(3_000_000));
        Answer answer = client.send(TEXT);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("error").textValue()).hasSize(3_000_000);
    }

    @Test
    void aSlowDripComesBitByBit() throws IOException {
        always(Fault.slowDrip(40, Duration.ofMillis(20)));
        long begun = System.nanoTime();
        try (RawCall call = new RawCall(simulator, PATIENCE)) {
            String all = call.readAll();
            assertThat(all).startsWith("HTTP/1.1 202").endsWith("}");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(20L * (all.length() / 40)));
        }
    }

    @Test
    void anEmptyAnswerHasTheRightStatusAndNoBody() {
        always(Fault.emptyAnswer());
        Answer answer = client.send(TEXT);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEmpty();
        assertThat(accepted()).isEqualTo(1);
    }

    @Test
    void aRedirectNamesAnotherAddress() {
        always(Fault.redirect("http://127.0.0.1:9/elsewhere"));
        Answer answer = client.send(TEXT);
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("location")).isEqualTo("http://127.0.0.1:9/elsewhere");
    }

    @Test
    void stalledCallersAreFreedWhenTheSimulatorEnds() throws IOException {
        PilotStatusSimulator other = PilotStatusSimulator.builder().build().start();
        other.faults().add(FaultRule.always(Fault.stall()));
        try (RawCall call = new RawCall(other, PATIENCE)) {
            await().atMost(SOON).until(() -> other.requests().of("sendMessage") == 1);
            other.close();
            assertThat(call.read()).isEqualTo(-1);
        }
    }
}
