/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Java Error ends the exchange as an exception does, and is no reason to send twice. */
@Timeout(30)
class ThrownErrorTest extends SimulatorTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1));
                from("direct:in").to("pilotstatus:send?to=" + PHONE);
                from("direct:journaled").to("pilotstatus:send?idempotencyKey=order-1&to=" + PHONE);
            }
        };
    }

    @Test
    void anErrorWhileTheMessageIsReadEndsTheExchange() {
        Map<String, Object> broken = new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new StackOverflowError();
            }
        };

        Exchange exchange = send("direct:in", broken);

        assertThat(exchange.getException()).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(simulator().ledger().count()).isZero();
    }

    private Exchange sendWithHeadersThatBreak(String uri) {
        return template.request(uri, exchange -> {
            exchange.setIn(new DefaultMessage(exchange) {
                @Override
                public void setHeader(String name, Object value) {
                    if (name.equals(PilotStatusConstants.MESSAGE_ID)) {
                        throw new NoClassDefFoundError("a");
                    }
                    super.setHeader(name, value);
                }
            });
            exchange.getMessage().setBody("Hi");
        });
    }

    @Test
    void anErrorAfterTheMessageWasAcceptedSendsItOnce() {
        Exchange exchange = sendWithHeadersThatBreak("direct:in");

        assertThat(exchange.getException())
                .isInstanceOf(PilotStatusOutcomeUnknownException.class)
                .hasMessageContaining("was accepted");
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void anErrorAfterTheMessageWasAcceptedLeavesNothingInDoubt() {
        sendWithHeadersThatBreak("direct:journaled");

        assertThat(send("direct:journaled", "Hi").getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.DUPLICATE, true);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }
}
