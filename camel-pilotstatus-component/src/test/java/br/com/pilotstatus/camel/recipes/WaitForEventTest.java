/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.MessageStatus;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recipe that joins a send to the event about it, against the simulator. */
@Timeout(120)
class WaitForEventTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CUSTOMER = "+5511977770000";
    /** Its messages end with SENT. */
    private static final String UNREACHABLE = "+5511900000101";

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final Node node = new Node();

    /** As the page shows them. */
    static final class Routes extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:notify")
                    .to("pilotstatus:send?to=${body[phone]}&text=Your order ${body[id]} is on its way&bodyAs=none")
                    .setHeader("message", header(PilotStatusConstants.MESSAGE_ID))
                    .to("direct:join");

            from("pilotstatus:webhook?events=message.delivered,message.failed,message.reply")
                    .setHeader("message", header(PilotStatusConstants.EVENT_MESSAGE_ID))
                    .to("direct:join");

            from("direct:join")
                    .aggregate(header("message"), new SentWithEvent())
                    .completionPredicate(exchangeProperty("event").isNotNull())
                    .completionTimeout("{{delivery.timeout}}")
                    .choice()
                    .when(exchangeProperty("event").isNotNull())
                    .to("direct:answered")
                    .when(header(PilotStatusConstants.EVENT).isNull())
                    .to("direct:overdue")
                    .end();
        }
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void start(Language language, Duration timeout) throws Exception {
        node.property("delivery.timeout", String.valueOf(timeout.toMillis()));
        if (language == Language.YAML) {
            node.yaml(RecipesPage.block("yaml", "direct:notify")
                    .replace("com.example", SentWithEvent.class.getPackageName()));
        } else {
            language.addTo(node, new Routes(), "direct:notify");
        }
        node.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:answered").to("mock:answered");
                from("direct:overdue").to("mock:overdue");
            }
        });
        node.start();
        simulator.webhooks().create(simulator.numberId(), node.webhookUrl(), "*");
    }

    private void order(String phone) {
        node.context().createProducerTemplate().sendBody("direct:notify", Map.of("phone", phone, "id", "1042"));
    }

    private Exchange only(String mock) {
        await().atMost(SOON).until(() -> node.mock(mock).getReceivedCounter() == 1);
        return node.mock(mock).getExchanges().get(0);
    }

    @Test
    void theStrategyIsTheOneOfThePage() {
        RecipesPage.requireShown(SentWithEvent.class, "class SentWithEvent");
    }

    @ParameterizedTest
    @EnumSource
    void aSendGoesOnWithTheEventAboutIt(Language language) throws Exception {
        start(language, SOON);

        order(CUSTOMER);

        Exchange answered = only("answered");
        assertThatObject(answered.getMessage().getBody(Map.class))
                .asInstanceOf(MAP)
                .containsEntry("id", "1042");
        assertThat(answered.getProperty("event", WebhookEvent.class).name()).isEqualTo("message.delivered");
    }

    @ParameterizedTest
    @EnumSource
    void aSendThatNoEventAnswersIsOverdue(Language language) throws Exception {
        start(language, Duration.ofMillis(500));

        order(UNREACHABLE);

        assertThatObject(only("overdue").getMessage().getBody(Map.class))
                .asInstanceOf(MAP)
                .containsEntry("phone", UNREACHABLE);
        assertThat(node.mock("answered").getExchanges()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatIsFasterThanItsSendIsNotLost(Language language) throws Exception {
        start(language, SOON);
        simulator.configure(settings ->
                settings.with(settings.lifecycle().withDelays(Duration.ZERO, Duration.ZERO, Duration.ZERO)));
        // The message is accepted at once, but the answer takes about a second.
        simulator
                .faults()
                .add(FaultRule.always(Fault.slowDrip(20, Duration.ofMillis(50))).on("sendMessage"));
        CompletableFuture<Void> sending = Background.run(() -> order(CUSTOMER));
        simulator.webhooks().awaitAttempt(attempt -> attempt.event().equals("message.delivered"), SOON);
        assertThat(sending).isNotDone();

        assertThat(only("answered").getProperty("event", WebhookEvent.class).name())
                .isEqualTo("message.delivered");
    }

    @ParameterizedTest
    @EnumSource
    void aReplyAnswersASendToo(Language language) throws Exception {
        start(language, SOON);
        simulator.configure(settings -> settings.with(
                settings.lifecycle().withDelays(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(2))));
        order(CUSTOMER);
        String id = simulator.ledger().entries().get(0).id();
        simulator.messages().awaitStatus(id, MessageStatus.SENT, SOON);

        simulator.inbound().reply(id, "Thanks");

        assertThat(only("answered").getProperty("event", WebhookEvent.class).text())
                .isEqualTo("Thanks");
    }

    @ParameterizedTest
    @EnumSource
    void theEventOfSomebodyElsesSendIsDropped(Language language) throws Exception {
        start(language, Duration.ofMillis(200));

        assertThat(node.deliver(Events.status("cmq1", "DELIVERED")).statusCode())
                .isEqualTo(200);
        order(UNREACHABLE);

        only("overdue");
        assertThat(node.mock("answered").getExchanges()).isEmpty();
    }
}
