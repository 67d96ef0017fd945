/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints share a client, and so connections and places, unless they differ in what those are made of. */
class SharedClientTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?to=" + PHONE;

    private int clients() {
        return context.getComponent("pilotstatus", PilotStatusComponent.class)
                .sharedClients()
                .all()
                .size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connectTimeout=4000",
                "responseTimeout=4000",
                "totalTimeout=4000",
                "acquireTimeout=4000",
                "requestsPerSecond=90",
                "maxAttempts=1",
                "onUnknown=retry",
                "maxResponseSize=4000",
                "apiKey=another"
            })
    void howACallIsMadeTravelsWithTheCall(String option) {
        send(SEND, "Hi");
        send(SEND + "&" + option, "Hi");
        assertThat(clients()).isEqualTo(1);
    }

    @Test
    void placesBelongToAClient() {
        send(SEND, "Hi");
        send(SEND + "&maxInFlight=3", "Hi");
        assertThat(clients()).isEqualTo(2);
    }

    @Test
    void eachCallHeedsItsOwnTimeOuts() {
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(1500))));
        CompletableFuture<Exchange> patient = Background.supply(() -> send(SEND + "&responseTimeout=20000", "Hi"));
        await().atMost(SOON).until(() -> simulator().requests().of("sendMessage") == 1);

        Exchange hasty = send(SEND + "&responseTimeout=300", "Hi");

        assertThat(hasty.getMessage().getHeaders()).containsEntry(PilotStatusConstants.OUTCOME, "UNKNOWN");
        assertThat(patient).isNotDone();
        assertThat(patient.join().getException()).isNull();
    }
}
