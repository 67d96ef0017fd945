/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusInDoubtException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.examples.main.demo.Broker;
import br.com.pilotstatus.examples.main.demo.Systems;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue message whose transaction is rolled back after the send comes again from a real broker, and is sent once. */
@Timeout(60)
class RolledBackSendTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String QUEUE = "orders";

    private final PilotStatusSimulator simulator =
            PilotStatusSimulator.builder().seed(Systems.SEED).port(0).build();
    private final Broker broker = new Broker();
    private final Main main = new Main();
    private final Queue<Boolean> duplicates = new ConcurrentLinkedQueue<>();
    private final Queue<PilotStatusException> failures = new ConcurrentLinkedQueue<>();
    private int failuresLeft;

    @BeforeEach
    void start() throws Exception {
        simulator.start();
        broker.start();
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(new ActiveMQConnectionFactory(broker.url()));
        main.bind("jms", jms);
        PilotStatusComponent pilotstatus = new PilotStatusComponent();
        pilotstatus.getConfiguration().setBaseUrl(simulator.baseUrl());
        pilotstatus.getConfiguration().setApiKey(simulator.apiKey());
        main.bind("pilotstatus", pilotstatus);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                // Not handled, so that the transaction is rolled back and the broker delivers the message again.
                onException(PilotStatusException.class)
                        .process(exchange -> failures.add(
                                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, PilotStatusException.class)));
                from("jms:" + QUEUE + "?transacted=true&lazyCreateTransactionManager=false")
                        .to("pilotstatus:send?to=+5511977770000&idempotencyKey=order-${body}")
                        .process(RolledBackSendTest.this::failAfterTheSend);
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        main.stop();
        broker.close();
        simulator.close();
    }

    private void failAfterTheSend(Exchange exchange) {
        duplicates.add(exchange.getMessage().getHeader(PilotStatusConstants.DUPLICATE, false, Boolean.class));
        if (failuresLeft-- > 0) {
            throw new IllegalStateException("The step after the send failed");
        }
    }

    @Test
    void theMessageThatComesAgainIsNotSentAgain() throws Exception {
        failuresLeft = 3;
        main.start();
        broker.put(QUEUE, "1042");
        await().atMost(SOON).until(() -> duplicates.size() == 4 && broker.depth(QUEUE) == 0);
        assertThat(duplicates).containsExactly(false, true, true, true);
        assertThat(simulator.ledger().count()).isEqualTo(1);
    }

    @Test
    void aSendThatMayHaveHappenedIsNotRepeatedHoweverOftenTheMessageComes() throws Exception {
        simulator.faults().add(FaultRule.next(1, Fault.replyLost()));
        main.start();
        broker.put(QUEUE, "1042");
        await().atMost(SOON).until(() -> failures.size() >= 4);
        assertThat(failures.poll()).isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(failures).allMatch(PilotStatusInDoubtException.class::isInstance);
        assertThat(duplicates).isEmpty();
        assertThat(simulator.ledger().count()).isEqualTo(1);
        assertThat(simulator.requests().of("sendMessage")).isEqualTo(1);
    }
}
