/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusDevConsole;
import br.com.pilotstatus.camel.receive.WebhookRuntime;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.console.DevConsoleResolver;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the console shows of clients, calls, pauses and webhooks, and what it does not. */
@Timeout(60)
class DevConsoleTest {

    private static final String PHONE = "+5511988887777";
    private static final String TEXT = "S3CRET";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                PilotStatusComponent component = new PilotStatusComponent();
                component.getConfiguration().setBaseUrl(EXTENSION.simulator().baseUrl());
                component.getConfiguration().setApiKey(EXTENSION.simulator().apiKey());
                getContext().addComponent("pilotstatus", component);
                from("direct:out").to("pilotstatus:send?maxInFlight=7&maxAttempts=1&to=" + PHONE);
                from(WebhookRuntime.FROM).routeId("in").to("mock:in");
                from("pilotstatus:webhook?path=/open&verify=none")
                        .routeId("open")
                        .to("mock:open");
                from("pilotstatus:webhook?path=/both&secret=some-secret-of-length&token=" + TOKEN)
                        .routeId("both")
                        .to("mock:both");
            }
        });
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    private DevConsole console() {
        return runtime.context()
                .getCamelContextExtension()
                .getContextPlugin(DevConsoleResolver.class)
                .resolveDevConsole("pilotstatus");
    }

    private JsonNode shown() throws Exception {
        return new ObjectMapper().readTree(((JsonObject) console().call(MediaType.JSON)).toJson());
    }

    private String text() {
        return (String) console().call(MediaType.TEXT);
    }

    private void send() {
        runtime.context()
                .createFluentProducerTemplate()
                .to("direct:out")
                .withBody(TEXT)
                .send();
    }

    private JsonNode webhook(String routeId) throws Exception {
        for (JsonNode webhook : shown().path("webhooks")) {
            if (webhook.path("routeId").asText().equals(routeId)) {
                return webhook;
            }
        }
        throw new AssertionError("No webhook of the route " + routeId);
    }

    @Test
    void camelFindsItByName() {
        assertThat(console()).isInstanceOf(PilotStatusDevConsole.class);
    }

    @Test
    void itShowsTheClients() throws Exception {
        JsonNode client = shown().path("clients").path(0);
        assertThat(client.path("component").asText()).isEqualTo("pilotstatus");
        assertThat(client.path("host").asText()).isEqualTo("127.0.0.1");
        assertThat(client.path("inFlight").asInt()).isZero();
        assertThat(client.path("maxInFlight").asInt()).isEqualTo(7);
    }

    @Test
    void itCountsTheCallsOfAnEndpointByOutcome() throws Exception {
        send();
        send();
        EXTENSION.simulator().faults().add(FaultRule.next(1, Fault.status(400)));
        send();
        EXTENSION.simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        send();
        JsonNode endpoint = shown().path("endpoints").path(0);
        assertThat(endpoint.path("accepted").asInt()).isEqualTo(2);
        assertThat(endpoint.path("refused").asInt()).isEqualTo(1);
        assertThat(endpoint.path("unknown").asInt()).isEqualTo(1);
    }

    @Test
    void webhookEndpointsAreNotShownAsMakingCalls() throws Exception {
        assertThat(shown().path("endpoints")).hasSize(1);
    }

    @Test
    void itShowsHowLongAKeyMustPause() throws Exception {
        EXTENSION.simulator().faults().add(FaultRule.next(1, Fault.status(429).withRetryAfter(100)));
        send();
        JsonNode pause = shown().path("pausedKeys").path(0);
        assertThat(pause.path("key").asInt()).isEqualTo(1);
        assertThat(pause.path("remainingSeconds").asInt()).isBetween(60, 100);
    }

    @Test
    void aKeyThatNeedNotPauseIsNotShown() throws Exception {
        send();
        assertThat(shown().path("pausedKeys")).isEmpty();
    }

    @Test
    void itShowsTheAnswersOfAWebhook() throws Exception {
        WebhookRuntime.send(runtime.event(EVENT));
        WebhookRuntime.send(runtime.event(EVENT));
        WebhookRuntime.send(runtime.request().POST(BodyPublishers.ofString(EVENT)));
        assertThat(webhook("in").path("path").asText()).isEqualTo(WebhookRuntime.PATH);
        assertThat(webhook("in").path("answers").toString()).isEqualTo("{\"OK\":2,\"UNAUTHORIZED\":1}");
    }

    @Test
    void itShowsHowAWebhookIsVerified() throws Exception {
        assertThat(webhook("in").path("verification").asText()).isEqualTo("token");
        assertThat(webhook("open").path("verification").asText()).isEqualTo("none");
        assertThat(webhook("both").path("verification").asText()).isEqualTo("token and hmac");
    }

    @Test
    void theTextHoldsAllThatTheJsonHolds() throws Exception {
        send();
        WebhookRuntime.send(runtime.event(EVENT));
        String text = text();
        for (JsonNode section : shown()) {
            for (JsonNode entry : section) {
                entry.properties().stream()
                        .filter(field -> field.getValue().isValueNode())
                        .forEach(field -> assertThat(text)
                                .contains(
                                        field.getKey() + ": " + field.getValue().asText()));
            }
        }
        assertThat(text).contains("answers: (OK: 1)");
    }

    @Test
    void itShowsNoKeyAndNothingOfPeopleAndMessages() throws Exception {
        EXTENSION.simulator().faults().add(FaultRule.next(1, Fault.status(429).withRetryAfter(100)));
        send();
        WebhookRuntime.send(runtime.event(EVENT));
        assertThat(text() + shown())
                .doesNotContain(
                        "98888",
                        TEXT,
                        TOKEN,
                        "some-secret",
                        EXTENSION.simulator().apiKey(),
                        "77770000");
    }
}
