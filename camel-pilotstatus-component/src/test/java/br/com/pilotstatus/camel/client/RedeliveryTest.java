/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusRateLimitException;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Camel's own redelivery repeats what is safe to repeat, and nothing that may have happened. */
class RedeliveryTest extends SimulatorTestSupport {

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setMaxAttempts(1);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(
                        deadLetterChannel("mock:dead").maximumRedeliveries(3).redeliveryDelay(1));
                from("direct:in").to("pilotstatus:send?to=" + PHONE);
                from("direct:patient").to("pilotstatus:send?retryAfterHeader=true&to=" + PHONE);
                from("direct:patient-handled")
                        .onException(PilotStatusRateLimitException.class)
                        .maximumRedeliveries(3)
                        .handled(true)
                        .setBody(constant("handled"))
                        .end()
                        .to("pilotstatus:send?retryAfterHeader=true&to=" + PHONE);
                from("direct:dynamic").toD("pilotstatus:send?to=${header.phone}");
            }
        };
    }

    @Test
    void aLostReplyIsNotSentAgain() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        getMockEndpoint("mock:dead").expectedMessageCount(1);
        send("direct:in", "Hi");
        getMockEndpoint("mock:dead").assertIsSatisfied();
        assertThat(simulator().ledger().count()).isEqualTo(1);
        assertThat(simulator().requests().of("sendMessage")).isEqualTo(1);
    }

    @Test
    void aLostReplyIsNotSentAgainThroughADynamicEndpointEither() {
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        send("direct:dynamic", "Hi", Map.of("phone", PHONE));
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void theDeadLetterHearsThatTheOutcomeIsUnknown() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        getMockEndpoint("mock:dead").expectedHeaderReceived(PilotStatusConstants.OUTCOME, "UNKNOWN");
        send("direct:in", "Hi");
        getMockEndpoint("mock:dead").assertIsSatisfied();
    }

    @Test
    void aRefusalIsSentAgainUntilItIsTaken() {
        simulator().faults().add(FaultRule.next(2, Fault.status(429)));
        Exchange exchange = send("direct:in", "Hi");
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.OUTCOME))
                .isEqualTo("ACCEPTED");
        assertThat(simulator().requests().of("sendMessage")).isEqualTo(3);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void theErrorHandlerWaitsAsLongAsTheServiceAsksWhenTheOptionSaysSo() {
        simulator().faults().add(FaultRule.next(1, Fault.status(503).withRetryAfter(1)));
        Instant begin = Instant.now();
        send("direct:patient", "Hi");
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(6));
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void anotherExchangeWithTheSameContentIsItsOwnSend() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send("direct:in", "Hi");
        send("direct:in", "Hi");
        assertThat(simulator().ledger().count()).isEqualTo(2);
    }

    @Test
    void aPauseOfYearsIsNoReasonNotToHandleTheFailure() {
        simulator().faults().add(FaultRule.always(Fault.status(429).withRetryAfter(999_999_999)));
        Exchange exchange = send("direct:patient-handled", "Hi");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.isRollbackOnly()).isFalse();
        assertThat(exchange.getMessage().getBody()).isEqualTo("handled");
    }

    @Test
    @Timeout(30)
    void aPauseOfYearsFailsAtOnceAndPutsNoRouteToSleep() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.status(429).withRetryAfter(999_999_999)));
        getMockEndpoint("mock:dead").expectedMessageCount(1);
        send("direct:patient", "Hi");
        getMockEndpoint("mock:dead").assertIsSatisfied();
        assertThat(simulator().requests().of("sendMessage")).isEqualTo(1);
    }
}
