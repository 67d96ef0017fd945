/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import br.com.pilotstatus.camel.model.WebhookEvent;
import java.net.http.HttpResponse;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookRouteTest {

    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM).routeId("receiver").to("mock:route");
            }
        });
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    @Test
    void anEventReachesTheRouteAndIsAnsweredWithOk() {
        HttpResponse<String> answer = WebhookRuntime.send(runtime.event(WebhookRuntime.EVENT));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
        assertThat(runtime.mock("route").getExchanges()).hasSize(1);
        Exchange exchange = runtime.mock("route").getExchanges().get(0);
        assertThat(exchange.getMessage().getBody()).isInstanceOf(WebhookEvent.class);
        assertThat(exchange.getFromRouteId()).isEqualTo("receiver");
        assertThat(exchange.getMessage().getHeaders())
                .containsOnly(
                        entry("CamelPilotStatusEvent", "message.received"),
                        entry("CamelPilotStatusEventId", "cmq1xa9p20002v8l2in000001"),
                        entry("CamelPilotStatusEventSender", "+5511977770000"),
                        entry("CamelPilotStatusEventRecipient", "+5511888880000"),
                        entry("CamelPilotStatusEventMessageType", "text"),
                        entry("CamelPilotStatusEventFromMe", false));
    }
}
