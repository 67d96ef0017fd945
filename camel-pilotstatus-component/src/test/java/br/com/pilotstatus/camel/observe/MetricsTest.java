/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Micrometer shows of calls, held to what the simulator did. */
@Timeout(60)
class MetricsTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?to=" + PHONE;
    private static final String TEXT = "S3CRET";

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected void bindToRegistry(Registry registry) {
        registry.bind("meters", meters);
    }

    private long calls(String operation, String outcome, String status) {
        Timer timer = meters.find("camel.pilotstatus.calls")
                .tags("operation", operation, "outcome", outcome, "status", status)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private double attempts(String operation) {
        return meters.get("camel.pilotstatus.attempts")
                .tag("operation", operation)
                .counter()
                .count();
    }

    private Duration timed(String meter, String operation) {
        return Duration.ofNanos(
                (long) meters.get(meter).tag("operation", operation).timer().totalTime(TimeUnit.NANOSECONDS));
    }

    private Gauge inFlight() {
        return meters.find("camel.pilotstatus.in.flight").gauge();
    }

    @Test
    void anAcceptedCallIsCounted() {
        send(SEND, TEXT);
        assertThat(calls("send", "ACCEPTED", "2xx")).isEqualTo(1);
        assertThat(attempts("send")).isEqualTo(1);
    }

    @Test
    void aRefusedCallIsCountedAsRefused() {
        simulator().faults().add(FaultRule.always(Fault.status(400)));
        send(SEND, TEXT);
        assertThat(calls("send", "REFUSED", "4xx")).isEqualTo(1);
        assertThat(calls("send", "ACCEPTED", "2xx")).isZero();
    }

    @Test
    void aCallWithUnknownOutcomeIsCountedAsUnknown() {
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        send(SEND, TEXT);
        assertThat(calls("send", "UNKNOWN", "none")).isEqualTo(1);
    }

    @Test
    void eachOperationIsCountedByItself() {
        send(SEND, TEXT);
        send("pilotstatus:templates-list", null);
        assertThat(calls("send", "ACCEPTED", "2xx")).isEqualTo(1);
        assertThat(calls("templates-list", "ACCEPTED", "2xx")).isEqualTo(1);
    }

    @Test
    void eachPageIsACall() {
        for (int i = 0; i < 3; i++) {
            send(SEND, TEXT);
        }
        send("pilotstatus:messages-history?pages=all&param.pageSize=1", null);
        assertThat(calls("messages-history", "ACCEPTED", "2xx")).isEqualTo(3);
    }

    @Test
    void aCallThatWasTriedAgainIsOneCallOfSeveralTries() {
        simulator().faults().add(FaultRule.next(2, Fault.status(503)));
        send(SEND, TEXT);
        assertThat(calls("send", "ACCEPTED", "2xx")).isEqualTo(1);
        assertThat(attempts("send")).isEqualTo(3);
    }

    @Test
    void theWaitForATurnIsTimedAndNoPartOfTheLatency() {
        // At once, so that the second one waits for the whole time between two turns.
        CompletableFuture<?>[] sent = new CompletableFuture<?>[2];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = template.asyncSend(
                    SEND + "&requestsPerSecond=0.5",
                    exchange -> exchange.getMessage().setBody(TEXT));
        }
        CompletableFuture.allOf(sent).join();
        Duration wait = timed("camel.pilotstatus.wait", "send");
        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        assertThat(timed("camel.pilotstatus.calls", "send")).isLessThan(wait);
    }

    @Test
    void aCallWithoutATurnInTimeIsRefusedWithoutATry() {
        String paced = SEND + "&requestsPerSecond=0.01&acquireTimeout=50";
        send(paced, TEXT);
        send(paced, TEXT);
        assertThat(calls("send", "ACCEPTED", "2xx")).isEqualTo(1);
        assertThat(calls("send", "REFUSED", "none")).isEqualTo(1);
        assertThat(attempts("send")).isEqualTo(1);
    }

    @Test
    void theLatencyIsTimed() {
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(300))));
        send(SEND, TEXT);
        assertThat(timed("camel.pilotstatus.calls", "send")).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void theGaugeShowsTheCallsUnderWay() {
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofSeconds(1))));
        CompletableFuture<Exchange> sent =
                template.asyncSend(SEND, exchange -> exchange.getMessage().setBody(TEXT));
        await().atMost(SOON).until(() -> inFlight() != null && inFlight().value() == 1);
        sent.join();
        assertThat(inFlight().value()).isZero();
    }

    @Test
    void aGaugeGoesWithItsClient() {
        send(SEND, TEXT);
        assertThat(inFlight()).isNotNull();
        context.stop();
        assertThat(inFlight()).isNull();
    }

    @Test
    void aComponentThatStartsAgainCountsAndMeasuresAgain() {
        send(SEND, TEXT);
        PilotStatusComponent component = context.getComponent("pilotstatus", PilotStatusComponent.class);
        component.stop();
        component.start();
        send(SEND + "&maxAttempts=2", TEXT);
        assertThat(calls("send", "ACCEPTED", "2xx")).isEqualTo(2);
        assertThat(inFlight().value()).isZero();
    }

    @Test
    void clientsAreToldApart() {
        send(SEND, TEXT);
        send(SEND + "&maxInFlight=3", TEXT);
        assertThat(meters.find("camel.pilotstatus.in.flight").gauges())
                .extracting(gauge -> gauge.getId().getTag("client"))
                .containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void noTagTellsOfPeopleMessagesOrKeys() {
        Object id = send(SEND, TEXT).getMessage().getHeader(PilotStatusConstants.MESSAGE_ID);
        send("pilotstatus:status?id=" + id, null);
        simulator().faults().add(FaultRule.always(Fault.status(404)));
        send(SEND, TEXT);
        List<Meter> all = meters.getMeters();
        assertThat(all).hasSizeGreaterThan(6);
        for (Meter meter : all) {
            for (Tag tag : meter.getId().getTags()) {
                assertThat(tag.getKey()).isIn("camelContext", "component", "operation", "outcome", "status", "client");
                assertThat(tag.getValue())
                        .doesNotContain(
                                "98888", TEXT, id.toString(), simulator().apiKey(), "/");
            }
        }
    }

    @Test
    void aRegistryThatRefusesDoesNotHurtTheCall() {
        meters.counter(
                "camel.pilotstatus.calls",
                "camelContext",
                context.getName(),
                "operation",
                "send",
                "outcome",
                "ACCEPTED",
                "status",
                "2xx");
        assertThat(send(SEND, TEXT).getException()).isNull();
    }
}
