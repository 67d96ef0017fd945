/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The YAML route of the page about receiving, run as it stands there. */
class WebhookPageTest {

    private static final Path PAGE = Path.of("src/main/docs/webhook.md");

    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.withServer();
        runtime.setTokenOnTheComponent();
        PluginHelper.getRoutesLoader(runtime.context()).loadRoutes(ResourceHelper.fromString("page.yaml", yaml()));
        runtime.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:unsubscribe").to("mock:unsubscribe");
                from("direct:update-status").to("mock:update-status");
            }
        });
        runtime.context().start();
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    @Test
    void aMessageTakesTheFirstBranch() {
        assertAnswer(runtime.event(EVENT.replace("Hello", "STOP")), 200);

        assertThat(runtime.mock("unsubscribe").getExchanges()).hasSize(1);
        assertThat(runtime.mock("update-status").getExchanges()).isEmpty();
    }

    @Test
    void aStateTakesTheSecondBranch() {
        assertAnswer(runtime.event("{\"event\":\"message.read\",\"data\":{\"id\":\"cmq1\"}}"), 200);

        assertThat(runtime.mock("unsubscribe").getExchanges()).isEmpty();
        assertThat(runtime.mock("update-status").getExchanges()).hasSize(1);
    }

    @Test
    void theSimplestAnswerGoesToTheSender() throws Exception {
        String answer = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("    .to(\"pilotstatus:send?"))
                .findFirst()
                .orElseThrow();
        String uri = answer.substring(answer.indexOf('"') + 1, answer.lastIndexOf('"'));
        try (PilotStatusSimulator simulator =
                PilotStatusSimulator.builder().port(0).build().start()) {
            Exchange sent = runtime.context()
                    .createProducerTemplate()
                    .request(
                            uri + "&baseUrl=" + simulator.baseUrl() + "&apiKey=" + simulator.apiKey(),
                            exchange -> exchange.getMessage()
                                    .setHeader(PilotStatusConstants.EVENT_SENDER, "+5511977770000"));

            assertThat(sent.getException()).isNull();
            assertThat(simulator.ledger().to("+5511977770000"))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.request().path("text").asText()).isEqualTo("Hello, thank you"));
        }
    }

    private static String yaml() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int start = lines.indexOf("```yaml") + 1;
        List<String> rest = lines.subList(start, lines.size());
        return String.join("\n", rest.subList(0, rest.indexOf("```")));
    }
}
