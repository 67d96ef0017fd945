/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes of the page about polling, run as they stand there. */
@Timeout(60)
class PollPageTest {

    private static final Path PAGE = Path.of("src/main/docs/polling.md");
    private static final Path SELF = Path.of("src/test/java/br/com/pilotstatus/camel/poll/PollPageTest.java");
    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final PollNode node = new PollNode(simulator.baseUrl(), simulator.apiKey());
    private final DefaultCamelContext context = node.context();

    @BeforeEach
    void bind() throws Exception {
        context.getRegistry().bind("inbox", new MemoryClaimStore());
        // As the page says, they would poll every half minute.
        context.getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
            if (endpoint instanceof PilotStatusEndpoint poll
                    && poll.getOperation().equals("poll")) {
                poll.setDelay(100);
            }
            return endpoint;
        });
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:answer").to("mock:answer");
                from("direct:update-status").to("mock:update-status");
            }
        });
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private MockEndpoint mock(String name) {
        return context.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    private void awaitExchanges(String mock, int count) {
        await().atMost(PollNode.SOON).until(() -> mock(mock).getExchanges().size() == count);
    }

    private String send() {
        String id = context.createFluentProducerTemplate()
                .to("pilotstatus:send")
                .withHeader(PilotStatusConstants.TO, CUSTOMER)
                .withBody("How can we help?")
                .send()
                .getMessage()
                .getHeader(PilotStatusConstants.MESSAGE_ID, String.class);
        simulator.clock().advance(Duration.ofSeconds(5));
        return id;
    }

    @Test
    void theYamlRouteTellsMessagesFromStates() throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("page.yaml", block("yaml").get(0)));
        context.start();
        simulator.inbound().text(CUSTOMER, "Hello");
        send();

        awaitExchanges("answer", 1);
        awaitExchanges("update-status", 3);
    }

    @Test
    void theJavaRouteGetsMessagesAndReplies() throws Exception {
        node.start(new RouteBuilder() {
            @Override
            public void configure() {
                // begin
                from("pilotstatus:poll?inbox=#inbox&subscriptionName=support&events=message.received,message.reply")
                        .log("${body.name} of ${body.createdAt}")
                        .to("direct:answer");
                // end
            }
        });
        String id = send();
        simulator.inbound().text(CUSTOMER, "Hello");
        simulator.inbound().reply(id, "With an order");

        awaitExchanges("answer", 2);
        assertThat(mock("update-status").getExchanges()).isEmpty();
    }

    @Test
    void theMessageThatAReplyBelongsToIsOneCallAway() throws Exception {
        node.start(new RouteBuilder() {
            @Override
            public void configure() {
                onCompletion().to("mock:asked");
                // begin
                from("pilotstatus:poll?inbox=#inbox&subscriptionName=replies&events=message.reply")
                        .to("pilotstatus:status?id=${header.CamelPilotStatusEventQuotedMessageId}&result=headers")
                        .log("Answers message ${header.CamelPilotStatusMessageId}");
                // end
            }
        });
        String id = send();
        simulator.inbound().reply(id, "With an order");

        awaitExchanges("asked", 1);
        assertThat(mock("asked").getExchanges().get(0).getMessage().getHeader(PilotStatusConstants.MESSAGE_ID))
                .isEqualTo(id);
    }

    @Test
    void theJavaRoutesOfThePageAreThoseRunHere() throws IOException {
        List<String> shown = block("java").stream()
                .filter(code -> code.startsWith("from("))
                .map(PollPageTest::compact)
                .toList();
        List<String> run = new ArrayList<>();
        String[] parts = Files.readString(SELF).split("// begin\n", -1);
        for (int i = 1; i < parts.length; i++) {
            run.add(compact(parts[i].split("// end", -1)[0]));
        }

        assertThat(shown).hasSize(2).isEqualTo(run);
    }

    private static String compact(String code) {
        return code.replaceAll("\\s+(?=\\.)", "").strip();
    }

    private static List<String> block(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        String[] parts = Files.readString(PAGE).split("```" + language + "\n", -1);
        for (int i = 1; i < parts.length; i++) {
            blocks.add(parts[i].split("```", -1)[0]);
        }
        return blocks;
    }
}
