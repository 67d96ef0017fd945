/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.PATH;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.model.WebhookEvent;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the route gets of a request. */
class WebhookRouteTest {

    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM).routeId("receiver").to("mock:route");
                from("pilotstatus:webhook?path=/replies&events=message.reply,call.*&token=" + TOKEN)
                        .to("mock:replies");
            }
        });
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    @Test
    void theBodyIsTheEvent() {
        assertThat(received().getMessage().getBody(WebhookEvent.class).text()).isEqualTo("Hello");
    }

    @Test
    void theHeadersDescribeTheEventAndNothingElse() {
        assertThat(received().getMessage().getHeaders())
                .containsOnly(
                        entry("CamelPilotStatusEvent", "message.received"),
                        entry("CamelPilotStatusEventId", "cmq1xa9p20002v8l2in000001"),
                        entry("CamelPilotStatusEventSender", "+5511977770000"),
                        entry("CamelPilotStatusEventRecipient", "+5511888880000"),
                        entry("CamelPilotStatusEventMessageType", "text"),
                        entry("CamelPilotStatusEventFromMe", false));
    }

    @Test
    void nothingElseOfTheRequestReachesTheRoute() {
        assertAnswer(
                runtime.to(PATH + "?token=" + TOKEN + "&CamelPilotStatusTo=%2B5511999990000&camelFileName=x&q=1")
                        .header("Content-Type", "application/json")
                        .header("CamelPilotStatusEventSender", "+5511999990000")
                        .header("camelpilotstatusapikey", "x")
                        .header("X-Custom", "1")
                        .POST(BodyPublishers.ofString(EVENT)),
                200);

        Exchange exchange = runtime.mock("route").getExchanges().get(0);
        assertThat(exchange.getMessage().getHeaders().keySet())
                .allMatch(header -> header.startsWith("CamelPilotStatusEvent"))
                .hasSize(6);
        assertThat(exchange.getMessage().getHeader("CamelPilotStatusEventSender"))
                .isEqualTo("+5511977770000");
        assertThat(exchange.getAllProperties().toString()).doesNotContain(TOKEN, "X-Custom", "+5511999990000");
    }

    @Test
    void aFieldOfTheEventIsNeverAHeaderByItself() {
        assertAnswer(runtime.event(EVENT.replace("\"type\"", "\"CamelPilotStatusTo\":\"x\",\"type\"")), 200);

        assertThat(runtime.mock("route").getExchanges().get(0).getMessage().getHeaders())
                .doesNotContainKey("CamelPilotStatusTo");
    }

    @Test
    void theExchangeBelongsToTheRoute() {
        Exchange exchange = received();

        assertThat(exchange.getFromRouteId()).isEqualTo("receiver");
        assertThat(exchange.getFromEndpoint()).isInstanceOf(PilotStatusEndpoint.class);
    }

    @Test
    void anEventThatTheRouteDoesNotWantIsAnsweredWithOkAndDropped() {
        assertAnswer(
                runtime.to("/replies?token=" + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(EVENT)),
                200);

        assertThat(runtime.mock("replies").getExchanges()).isEmpty();
    }

    @Test
    void anEventThatTheRouteWantsArrives() {
        assertAnswer(
                runtime.to("/replies?token=" + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(EVENT.replace("message.received", "message.reply"))),
                200);

        assertThat(runtime.mock("replies").getExchanges()).hasSize(1);
    }

    @Test
    void aMessageFromTheNumberItselfIsDropped() {
        assertAnswer(runtime.event(EVENT.replace("\"fromMe\":false", "\"fromMe\":true")), 200);

        assertThat(runtime.mock("route").getExchanges()).isEmpty();
    }

    private Exchange received() {
        assertAnswer(runtime.event(EVENT), 200);
        return runtime.mock("route").getExchanges().get(0);
    }
}
