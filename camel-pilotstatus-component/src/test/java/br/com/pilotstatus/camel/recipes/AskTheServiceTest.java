/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.model.JournalDecision;
import br.com.pilotstatus.camel.model.JournalDecision.Reason;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipe that asks the service what became of sends in doubt, against the simulator. */
@Timeout(60)
class AskTheServiceTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final Node node = new Node();

    /** As the page shows them. */
    static final class Routes extends RouteBuilder {
        @Override
        public void configure() {
            from("timer:journal?period={{journal.period}}")
                    .to("pilotstatus:journal-reconcile?absent=refused&settleAfter={{journal.settle}}")
                    .split(body())
                    .filter(simple("${body.outcome} == 'UNKNOWN' && ${body.reason} != 'NOT_SETTLED'"))
                    .to("direct:needs-a-person");
        }
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void start(Language language) throws Exception {
        node.property("journal.period", "100")
                .property("journal.settle", "1s")
                .property("camel.component.pilotstatus.base-url", simulator.baseUrl())
                .property("camel.component.pilotstatus.api-key", simulator.apiKey());
        language.addTo(node, new Routes(), "timer:journal");
        node.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:needs-a-person").to("mock:person");
                from("direct:order")
                        .to("pilotstatus:send?maxAttempts=1&to=+5511977770000&idempotencyKey=${header.key}");
            }
        });
        node.start();
    }

    private void order(String key, String text) {
        node.context().createProducerTemplate().request("direct:order", exchange -> {
            exchange.getMessage().setHeader("key", key);
            exchange.getMessage().setBody(text);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatTheHistoryShowsIsKnownAndWhatItDoesNotShowIsSentAgain(Language language) throws Exception {
        start(language);
        simulator.faults().add(FaultRule.next(1, Fault.replyLost()));
        order("accepted", "One");
        simulator.faults().add(FaultRule.next(1, Fault.reset()));
        order("lost", "Two");

        await().atMost(SOON).until(() -> {
            order("accepted", "One");
            order("lost", "Two");
            return simulator.ledger().count() == 2;
        });

        assertThat(simulator.ledger().entries())
                .extracting(entry -> entry.request().path("text").asText())
                .containsExactly("One", "Two");
        assertThat(node.mock("person").getExchanges()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeDecidedGoesToAPerson(Language language) throws Exception {
        start(language);
        simulator.faults().add(FaultRule.next(1, Fault.replyLost()));
        order("one", "Alike");
        simulator.faults().add(FaultRule.next(1, Fault.reset()));
        order("other", "Alike");

        await().atMost(SOON).until(() -> node.mock("person").getReceivedCounter() >= 2);

        assertThat(node.mock("person").getExchanges())
                .extracting(exchange ->
                        exchange.getMessage().getBody(JournalDecision.class).reason())
                .containsOnly(Reason.AMBIGUOUS);
        assertThat(simulator.ledger().count()).isEqualTo(1);
    }
}
