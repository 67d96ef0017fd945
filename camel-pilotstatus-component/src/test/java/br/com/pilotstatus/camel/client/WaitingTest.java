/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.call.SharedClient;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a call waits for, the thread of its route goes on meanwhile. */
@Timeout(60)
class WaitingTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?acquireTimeout=20000&to=" + PHONE;
    /** Far less than the calls wait for, and far more than it takes to hand one over. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** Begins calls on this thread, one after the other. */
    private List<CompletableFuture<Exchange>> begin(String uri, int calls) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        List<CompletableFuture<Exchange>> begun = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            Exchange exchange = producer.getEndpoint().createExchange();
            exchange.getMessage().setBody("message " + i);
            begun.add(producer.processAsync(exchange));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
        return begun;
    }

    private static List<String> sent() {
        return simulator().ledger().entries().stream()
                .map(entry -> entry.request().path("text").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"maxInFlight=1, 600", "requestsPerSecond=2, 1"})
    void theFirstToWaitIsTheFirstToBeSent(String option, int delay) throws Exception {
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(delay))));

        List<CompletableFuture<Exchange>> calls = begin(SEND + "&" + option, 4);

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().getException()).isNull());
        assertThat(sent()).containsExactly("message 0", "message 1", "message 2", "message 3");
    }

    @Test
    void aPauseOfTheServiceHoldsNoThread() throws Exception {
        simulator().faults().add(FaultRule.next(1, Fault.status(429).withRetryAfter(2)));
        send(SEND + "&maxAttempts=1", "first");

        List<CompletableFuture<Exchange>> calls = begin(SEND, 3);

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().getException()).isNull());
    }

    @Test
    void aCallThatFindsNoPlaceInTimeIsToldSoAndNotSent() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofSeconds(2))));

        List<CompletableFuture<Exchange>> calls =
                begin("pilotstatus:send?maxInFlight=1&acquireTimeout=300&to=" + PHONE, 3);

        assertThat(calls.stream().map(call -> call.join().getMessage().getHeader(PilotStatusConstants.ERROR_CODE)))
                .containsExactly(null, "LOCAL_NO_PLACE", "LOCAL_NO_PLACE");
        assertThat(simulator().requests().of("sendMessage")).isEqualTo(1);
        assertThat(calls.get(1).join().getException(PilotStatusTransportException.class))
                .hasMessageContaining("maxInFlight")
                .satisfies(failure -> assertThat(failure.getAttempts()).isZero());
    }

    @Test
    void aPlaceThatNobodyTookInTimeIsFreeForTheNext() throws Exception {
        simulator().faults().add(FaultRule.next(1, Fault.delay(Duration.ofSeconds(1))));
        begin("pilotstatus:send?maxInFlight=1&acquireTimeout=200&to=" + PHONE, 5)
                .forEach(CompletableFuture::join);

        assertThat(begin("pilotstatus:send?maxInFlight=1&acquireTimeout=200&to=" + PHONE, 1))
                .allSatisfy(call -> assertThat(call.join().getException()).isNull());
    }

    @Test
    void callsThatWaitAreNotUnderWay() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(500))));
        List<CompletableFuture<Exchange>> calls = begin(SEND + "&maxInFlight=2", 6);
        SharedClient client = context.getComponent("pilotstatus", PilotStatusComponent.class)
                .sharedClients()
                .all()
                .get(0);
        assertThat(client.inFlight()).isEqualTo(2);
        calls.forEach(CompletableFuture::join);
        await().atMost(SOON).until(() -> client.inFlight() == 0);
    }
}
