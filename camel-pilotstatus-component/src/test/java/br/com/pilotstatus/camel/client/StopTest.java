/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A context that stops ends its calls and leaves none hanging. */
@Timeout(60)
class StopTest extends SimulatorTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getShutdownStrategy().setTimeout(2);
                from("direct:in").to("pilotstatus:send?to=" + PHONE);
            }
        };
    }

    private CompletableFuture<Exchange> sendUnder(Fault fault) {
        simulator().faults().add(FaultRule.always(fault));
        CompletableFuture<Exchange> sent = template.asyncSend(
                "direct:in", exchange -> exchange.getMessage().setBody("Hi"));
        await().atMost(SOON).until(() -> simulator().requests().of("sendMessage") == 1);
        return sent;
    }

    @Test
    void aCallUnderWayIsFinishedBeforeTheContextStops() {
        CompletableFuture<Exchange> sent = sendUnder(Fault.delay(Duration.ofMillis(500)));
        context.stop();
        assertThat(sent).isCompleted();
        assertThat(sent.join().getException()).isNull();
        assertThat(sent.join().getMessage().getHeader(PilotStatusConstants.OUTCOME))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void aCallThatDoesNotEndIsEndedByTheStop() {
        CompletableFuture<Exchange> sent = sendUnder(Fault.stall());
        context.stop();
        await().atMost(SOON).until(sent::isDone);
        assertThat(sent.join().getException())
                .isInstanceOf(PilotStatusException.class)
                .hasMessageContaining("may have happened");
    }
}
