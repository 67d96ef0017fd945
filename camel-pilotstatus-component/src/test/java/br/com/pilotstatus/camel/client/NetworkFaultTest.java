/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.faults.ClosedPort;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a route hears when the network fails. Every exchange ends, in time, and with a verdict that is true. */
@Timeout(60)
class NetworkFaultTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?to=" + PHONE;

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setMaxAttempts(1);
        configuration.setResponseTimeout(400);
        configuration.setTotalTimeout(1500);
    }

    private PilotStatusException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(PilotStatusException.class);
        return (PilotStatusException) exchange.getException();
    }

    private PilotStatusException failUnder(Fault fault) {
        simulator().faults().add(FaultRule.always(fault));
        return failure(send(SEND, "Hi"));
    }

    @Test
    void aRefusedConnectionEndsTheExchangeAsNotSent() throws Exception {
        try (ClosedPort port = new ClosedPort()) {
            PilotStatusException failure = failure(send(SEND + "&apiKey=ps_own&baseUrl=" + port.url(), "Hi"));
            assertThat(failure)
                    .isInstanceOf(PilotStatusTransportException.class)
                    .hasMessageContaining("was refused");
            assertThat(failure.getOutcome()).isEqualTo(Outcome.REFUSED);
            assertThat(failure.isRetryable()).isTrue();
        }
    }

    @Test
    void aCallWithoutABodyIsNotSentEitherWhenTheConnectionIsRefused() throws Exception {
        try (ClosedPort port = new ClosedPort()) {
            String uri = "pilotstatus:webhooks-delete?confirm=true&id=a&apiKey=ps_own&baseUrl=" + port.url();
            assertThat(failure(send(uri, null))).isInstanceOf(PilotStatusTransportException.class);
        }
    }

    @Test
    void anUnknownHostEndsTheExchangeAsNotSent() {
        PilotStatusException failure =
                failure(send(SEND + "&apiKey=ps_own&baseUrl=https://no-such-host.invalid/v1", "Hi"));
        assertThat(failure).isInstanceOf(PilotStatusTransportException.class);
    }

    @Test
    void aPlainServerWhereTlsIsExpectedEndsTheExchangeAsNotSent() {
        String uri =
                SEND + "&apiKey=ps_own&baseUrl=https://127.0.0.1:" + simulator().port() + "/v1";
        assertThat(failure(send(uri, "Hi"))).isInstanceOf(PilotStatusTransportException.class);
    }

    @Test
    void aSilentServerEndsTheExchangeInTimeAsUnknown() {
        Instant begin = Instant.now();
        PilotStatusException failure = failUnder(Fault.stall());
        assertThat(failure).isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
    }

    @Test
    void theResponseTimeoutIsNotOverrunByMuch() {
        simulator().faults().add(FaultRule.always(Fault.stall()));
        Duration[] taken = new Duration[5];
        for (int i = 0; i < taken.length; i++) {
            Instant begin = Instant.now();
            failure(send(SEND, "Hi"));
            taken[i] = Duration.between(begin, Instant.now());
        }
        // The shortest of some: a busy machine may hold up any one of them.
        assertThat(Arrays.stream(taken).min(Duration::compareTo).orElseThrow()).isLessThan(Duration.ofMillis(800));
    }

    @Test
    void aServerThatDripsIsEndedByTheTotalTime() {
        Instant begin = Instant.now();
        simulator().faults().add(FaultRule.always(Fault.slowDrip(1, Duration.ofMillis(100))));
        failure(send("pilotstatus:templates-list", null));
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(1400), Duration.ofSeconds(5));
    }

    @Test
    void aResetAfterTheRequestIsUnknown() {
        assertThat(failUnder(Fault.reset())).isInstanceOf(PilotStatusOutcomeUnknownException.class);
    }

    @Test
    void aLostReplyIsUnknownAndTheMessageWasTaken() {
        assertThat(failUnder(Fault.replyLost())).isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void garbageInsteadOfHttpIsUnknown() {
        assertThat(failUnder(Fault.garbageHttp())).isInstanceOf(PilotStatusOutcomeUnknownException.class);
    }

    @Test
    void anyOfTheseOnAReadMayBeRepeated() {
        for (Fault fault : new Fault[] {Fault.stall(), Fault.reset(), Fault.garbageHttp()}) {
            simulator().faults().clear();
            simulator().faults().add(FaultRule.always(fault));
            PilotStatusException failure = failure(send("pilotstatus:templates-list", null));
            assertThat(failure).as(fault.toString()).isInstanceOf(PilotStatusTransportException.class);
            assertThat(failure.isRetryable()).isTrue();
        }
    }

    @Test
    void aFailureReachesTheErrorHandlerOfTheRoute() {
        simulator().faults().add(FaultRule.always(Fault.reset()));
        Exchange exchange = send("direct:handled", "Hi");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("caught UNKNOWN");
    }

    @Test
    void placesAreGivenBackAfterEveryFailure() {
        simulator().faults().add(FaultRule.next(6, Fault.reset()));
        String uri = SEND + "&maxInFlight=2&acquireTimeout=200";
        for (int i = 0; i < 6; i++) {
            failure(send(uri, "Hi"));
        }
        assertThat(send(uri, "Hi").getException()).isNull();
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(PilotStatusException.class)
                        .handled(true)
                        .setBody(simple("caught ${header." + PilotStatusConstants.OUTCOME + "}"));
                from("direct:handled").to(SEND);
            }
        };
    }
}
