/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A step that may have happened stays so, whatever its expressions say when the error handler brings it back; the next
 * round of a loop, the next part of a split and the next recipient are steps of their own.
 */
class UnknownStepTest extends SimulatorTestSupport {

    /** Says something else at each try, as a clock does. */
    private static final String CLOCK = "pilotstatus:send?text=Paid at ${exchangeProperty.clock}&to=" + PHONE;

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setMaxAttempts(1);
    }

    private static void tick(Exchange exchange) {
        exchange.setProperty("clock", exchange.getProperty("clock", 0, Integer.class) + 1);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                Processor clock = UnknownStepTest::tick;
                errorHandler(deadLetterChannel("mock:dead")
                        .maximumRedeliveries(3)
                        .redeliveryDelay(1)
                        .onRedelivery(clock));
                from("direct:to").process(clock).to(CLOCK);
                from("direct:toD").process(clock).toD(CLOCK);
                from("direct:enrich").process(clock).enrich(CLOCK);
                from("direct:recipientList").process(clock).recipientList(constant(CLOCK));
                from("direct:routingSlip").process(clock).routingSlip(constant(CLOCK));
                from("direct:multicast").process(clock).multicast().to(CLOCK);
                from("direct:split").process(clock).split(constant(List.of(1))).to(CLOCK);
                from("direct:loop").process(clock).loop(1).to(CLOCK);
                from("direct:outer").process(clock).to("direct:inner");
                from("direct:inner").errorHandler(noErrorHandler()).to(CLOCK);

                String part = "pilotstatus:send?text=Part&to=" + PHONE;
                from("direct:rounds")
                        .onException(PilotStatusOutcomeUnknownException.class)
                        .maximumRedeliveries(2)
                        .redeliveryDelay(1)
                        .continued(true)
                        .end()
                        .loop(3)
                        .to("pilotstatus:send?text=Round ${exchangeProperty.CamelLoopIndex}&to=" + PHONE)
                        .end();
                from("direct:parts").split(constant(List.of(1, 2, 3))).to(part);
                from("direct:caught")
                        .loop(3)
                        .process(clock)
                        .doTry()
                        .to(CLOCK)
                        .doCatch(PilotStatusOutcomeUnknownException.class)
                        .log("Caught")
                        .end()
                        .end();
                from("direct:twoSteps")
                        .onException(PilotStatusOutcomeUnknownException.class)
                        .continued(true)
                        .end()
                        .to(part)
                        .to(part);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"to", "toD", "enrich", "recipientList", "routingSlip", "multicast", "split", "loop", "outer"})
    void aStepWhoseTextChangesIsSentOnce(String way) {
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        send("direct:" + way, "Hi");
        assertThat(simulator().requests().of("sendMessage")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rounds", "caught"})
    void theNextRoundOfALoopIsSent(String loop) {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send("direct:" + loop, "Hi");
        assertThat(simulator().ledger().count()).isEqualTo(3);
    }

    @Test
    void theNextPartOfASplitIsSentThoughItIsAlike() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send("direct:parts", "Hi");
        assertThat(simulator().ledger().count()).isEqualTo(3);
    }

    @Test
    void anotherStepOfTheRouteIsSentThoughItIsAlike() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send("direct:twoSteps", "Hi");
        assertThat(simulator().ledger().count()).isEqualTo(2);
    }

    @Test
    void aRefusedStepWhoseTextChangesIsSentAgain() {
        simulator().faults().add(FaultRule.next(2, Fault.status(429)));
        send("direct:to", "Hi");
        assertThat(onlySend().request().path("text").asText()).isEqualTo("Paid at 3");
    }
}
