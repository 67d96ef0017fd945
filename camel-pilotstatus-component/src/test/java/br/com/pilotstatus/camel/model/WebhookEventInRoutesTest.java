/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.receive.WebhookRuntime;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event used from YAML, without a line of Java. */
class WebhookEventInRoutesTest {

    private static final String ROUTE = """
            - route:
                from:
                  uri: pilotstatus:webhook
                  parameters:
                    token: %s
                    events: message.received
                  steps:
                    - choice:
                        when:
                          - simple: "${body.text} == 'Hello' && ${body.fromMe} == false"
                            steps:
                              - setVariable:
                                  name: greeting
                                  simple: "${body.from} ${body.type} ${body?.media?.link} ${body.data[id]} ${header.CamelPilotStatusEventSender}"
                              - to: mock:greeted
                    - to: mock:read
                    - setBody:
                        simple: "${body.json}"
                    - to: mock:text
            - route:
                from:
                  uri: direct:marshal
                  steps:
                    - marshal:
                        json: {}
                    - convertBodyTo:
                        type: String
                    - to: mock:json
                    - unmarshal:
                        json:
                          unmarshalType: br.com.pilotstatus.camel.model.WebhookEvent
                    - to: mock:event
            """;

    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.withServer();
        PluginHelper.getRoutesLoader(runtime.context())
                .loadRoutes(ResourceHelper.fromString("routes.yaml", ROUTE.formatted(WebhookRuntime.TOKEN)));
        runtime.context().start();
        assertAnswer(runtime.event(EVENT), 200);
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    @Test
    void simpleReadsTheEvent() {
        assertThat(runtime.mock("greeted").getExchanges())
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.getVariable("greeting", String.class))
                        .isEqualTo("+5511977770000 text  cmq1xa9p20002v8l2in000001 +5511977770000"));
    }

    @Test
    void simpleReadsTheEventAsText() {
        assertThat(runtime.mock("text").getExchanges().get(0).getMessage().getBody())
                .isEqualTo(EVENT);
    }

    @Test
    void theEventIsMarshalledAsReceived() throws Exception {
        Object event = runtime.mock("read").getExchanges().get(0).getMessage().getBody();
        runtime.context().createProducerTemplate().sendBody("direct:marshal", event);

        String json = runtime.mock("json").getExchanges().get(0).getMessage().getBody(String.class);
        assertThat(Json.mapper().readTree(json)).isEqualTo(Json.mapper().readTree(EVENT));
        assertThat(runtime.mock("event").getExchanges().get(0).getMessage().getBody())
                .isEqualTo(event);
    }
}
