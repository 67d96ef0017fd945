/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.transform;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** What a CloudEvent of an event says, and what it does not. */
class CloudEventTest extends CamelTestSupport {

    private static final String PERSONAL = "97777|88888|Marina|wamid|@g\\.us|@newsletter|order-42|Hello";

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").transformDataType("pilotstatus:application-cloudevents");
            }
        };
    }

    private Exchange send(Object body, Map<String, Object> headers) {
        return template.request("direct:in", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(headers);
        });
    }

    private Message cloudEvent(String json) throws Exception {
        return cloudEvent(WebhookEvent.of(Json.mapper().readTree(json), json));
    }

    private Message cloudEvent(WebhookEvent event) {
        Exchange exchange = send(event, Map.of());
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage();
    }

    private static List<JsonNode> samples() throws Exception {
        List<JsonNode> samples = new ArrayList<>();
        try (InputStream stream = CloudEventTest.class.getResourceAsStream("/webhook-events.json")) {
            JsonNode file = Json.mapper().readTree(stream);
            file.get("v3").forEach(sample -> samples.add(sample.get("payload")));
            file.get("older").forEach(samples::add);
            samples.add(file.get("metaNative").get("payload"));
        }
        return samples;
    }

    @Test
    void everySampleHasTheAttributesThatMustBeAndNothingPersonalInAnyOfThem() throws Exception {
        for (JsonNode sample : samples()) {
            Message event = cloudEvent(WebhookEvent.of(sample));

            assertThat(event.getHeader("CamelCloudEventID", String.class)).isNotEmpty();
            assertThat(event.getHeader("CamelCloudEventVersion")).isEqualTo("1.0");
            assertThat(event.getHeader("CamelCloudEventType", String.class)).startsWith("br.com.pilotstatus.");
            assertThat(URI.create(event.getHeader("CamelCloudEventSource", String.class)))
                    .hasScheme("https")
                    .hasHost("pilotstatus.com.br");
            assertThat(event.getHeader("CamelCloudEventDataContentType")).isEqualTo("application/json");
            assertThat(event.getHeaders().toString()).doesNotContainPattern(PERSONAL);
            assertThat(Json.read(event.getBody(byte[].class))).isEqualTo(sample);
        }
    }

    @Test
    void anEventHasOneIdHoweverOftenItComesAndWhateverShapeItWentThrough() throws Exception {
        for (JsonNode sample : samples()) {
            String spaced = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(sample);

            assertThat(cloudEvent(spaced).getHeader("CamelCloudEventID"))
                    .isEqualTo(cloudEvent(WebhookEvent.of(sample)).getHeader("CamelCloudEventID"));
        }
    }

    @Test
    void theStatesOfAMessageHaveIdsOfTheirOwn() throws Exception {
        Set<Object> ids = new HashSet<>();
        for (String name : List.of("sent", "delivered", "read", "failed")) {
            ids.add(cloudEvent("{\"event\":\"message." + name + "\",\"data\":{\"id\":\"cmq1\"}}")
                    .getHeader("CamelCloudEventID"));
        }
        assertThat(ids).hasSize(4);
    }

    @Test
    void twoEventsOfANumberHaveIdsOfTheirOwn() throws Exception {
        String event =
                "{\"event\":\"number.connected\",\"data\":{\"numberId\":\"cmq0\",\"createdAt\":\"2026-08-0%d\"}}";

        assertThat(cloudEvent(event.formatted(1)).getHeader("CamelCloudEventID"))
                .isNotEqualTo(cloudEvent(event.formatted(2)).getHeader("CamelCloudEventID"));
    }

    @Test
    void aPhoneNumberInPlaceOfAnIdIsNotShown() throws Exception {
        Message event = cloudEvent(
                "{\"event\":\"message.received\",\"data\":{\"id\":\"5511977770000\",\"numberId\":\"5511888880000\"}}");

        assertThat(event.getHeaders().toString()).doesNotContain("5511977770000", "5511888880000");
        assertThat(event.getHeader("CamelCloudEventSource")).isEqualTo("https://pilotstatus.com.br");
    }

    @Test
    void whatTheEventDoesNotSayIsNotLeftFromAnother() throws Exception {
        Exchange exchange = send(
                WebhookEvent.of(Json.mapper().readTree("{\"event\":\"number.removed\",\"data\":{}}")),
                Map.of("CamelCloudEventSubject", "other", "CamelCloudEventTime", "other"));

        assertThat(exchange.getMessage().getHeaders())
                .doesNotContainKeys("CamelCloudEventSubject", "CamelCloudEventTime");
    }

    @Test
    void anythingElseIsRefused() {
        assertThat(send("Hello", Map.of()).getException())
                .hasMessageContaining("makes a CloudEvent of a WebhookEvent only");
    }
}
