/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.model.JournalEntry;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** A send that waits for its place is not in the journal yet. */
class JournalWhileWaitingTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?idempotencyKey=${body}&to=" + PHONE;

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setMaxInFlight(1);
        configuration.setMaxAttempts(1);
    }

    /** Takes the only place for a while. */
    private CompletableFuture<Exchange> onTheWire(String uri, String key) {
        simulator().faults().add(FaultRule.next(1, Fault.delay(Duration.ofSeconds(2))));
        CompletableFuture<Exchange> exchange = Background.supply(() -> send(uri, key));
        await().atMost(SOON).until(() -> simulator().requests().of("sendMessage") == 1);
        return exchange;
    }

    private List<String> undecided() {
        List<?> entries = send("pilotstatus:journal-list", null).getMessage().getBody(List.class);
        return entries.stream()
                .map(entry -> ((JournalEntry) entry).key().replaceAll(".*\\|", ""))
                .toList();
    }

    @Test
    void aSendThatWaitsForAPlaceIsNotInDoubt() {
        CompletableFuture<Exchange> first = onTheWire(SEND, "first");
        CompletableFuture<Exchange> second = Background.supply(() -> send(SEND, "second"));
        await().during(Duration.ofMillis(300))
                .atMost(SOON)
                .until(() -> undecided().equals(List.of("first")));
        assertThat(first.join().getException()).isNull();
        assertThat(second.join().getException()).isNull();
    }

    @Test
    void aSendThatGetsNoPlaceDoesNotReleaseTheClaimOfAnother() {
        String impatient = SEND + "&acquireTimeout=50";
        CompletableFuture<Exchange> first = onTheWire(impatient, "1042");
        Exchange second = send(impatient, "1042");
        assertThat(second.getException()).isInstanceOf(PilotStatusTransportException.class);
        assertThat(undecided()).containsExactly("1042");
        assertThat(first.join().getException()).isNull();
    }

    @Test
    void anotherMessageUnderTheKeyOfASendUnderWayDoesNotReleaseItsClaim() {
        CompletableFuture<Exchange> first = onTheWire(SEND, "1042");
        send("pilotstatus:send?maxInFlight=2&idempotencyKey=1042&text=Another&to=" + PHONE, null);
        assertThat(undecided()).containsExactly("1042");
        assertThat(first.join().getException()).isNull();
    }
}
