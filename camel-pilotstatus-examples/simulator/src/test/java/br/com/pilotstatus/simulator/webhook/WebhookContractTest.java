/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.contract.OpenApiDocument;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.Receiver;
import br.com.pilotstatus.simulator.support.Receiver.Received;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds every kind of webhook body to the OpenAPI document and to the sample of that event, field for field. */
class WebhookContractTest {

    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private static final JsonSchema DELIVERY =
            OpenApiDocument.get().compile(OpenApiDocument.get().schema("WebhookDelivery"));

    /** An event: the name of its sample, the provider of the number, and what makes it happen. */
    record Case(String sample, Provider provider, BiConsumer<PilotStatusSimulator, String> act) {

        String event() {
            return sample.replaceAll("#.*", "");
        }

        @Override
        public String toString() {
            return sample;
        }
    }

    static final List<Case> CASES = List.of(
            new Case("message.sent", Provider.PILOT_STATUS, (s, n) -> send(s, CUSTOMER)),
            new Case("message.delivered", Provider.PILOT_STATUS, (s, n) -> send(s, CUSTOMER)),
            new Case("message.read", Provider.PILOT_STATUS, (s, n) -> send(s, CUSTOMER)),
            new Case("message.failed", Provider.PILOT_STATUS, (s, n) -> send(s, "+5511900000208")),
            new Case("message.failed#before-provider", Provider.PILOT_STATUS, (s, n) -> send(s, "+5511900000201")),
            new Case(
                    "message.received",
                    Provider.PILOT_STATUS,
                    (s, n) -> s.inbound(n).text(CUSTOMER, "Hello")),
            new Case(
                    "message.received#media",
                    Provider.META,
                    (s, n) -> s.inbound(n).media(CUSTOMER, "image", "http://127.0.0.1/a.jpg", "Receipt", null)),
            new Case(
                    "message.reply",
                    Provider.PILOT_STATUS,
                    (s, n) -> s.inbound(n).reply(send(s, CUSTOMER), "Thanks!")),
            new Case(
                    "message.reply#button",
                    Provider.PILOT_STATUS,
                    (s, n) -> s.inbound(n).buttonTap(send(s, CUSTOMER), "confirm", "Confirm")),
            new Case(
                    "message.group",
                    Provider.PILOT_STATUS,
                    (s, n) -> s.inbound(n).group("120363123456789012@g.us", "Store team", CUSTOMER, "Stock is in")),
            new Case(
                    "message.newsletter",
                    Provider.PILOT_STATUS,
                    (s, n) -> s.inbound(n)
                            .newsletter("120363426657042325@newsletter", "News", CUSTOMER, "Opening hours")),
            new Case(
                    "number.connected",
                    Provider.PILOT_STATUS,
                    (s, n) -> s.numbers().connect(n)),
            new Case(
                    "number.disconnected",
                    Provider.PILOT_STATUS,
                    (s, n) -> s.numbers().disconnect(n)),
            number("number.created"),
            number("number.removed"),
            number("number.health_degraded"),
            number("number.health_blocked"),
            number("number.health_shadowban"),
            number("number.recovered"),
            new Case("call.ringing", Provider.META, (s, n) -> s.calls(n).ringing("call_1", CUSTOMER)),
            new Case("call.connected", Provider.META, (s, n) -> s.calls(n).connected("call_1", CUSTOMER)),
            new Case(
                    "call.ended",
                    Provider.META,
                    (s, n) -> s.calls(n).ended("call_1", CUSTOMER, "COMPLETED", Duration.ofMinutes(2), "order-42")),
            new Case("call.missed", Provider.META, (s, n) -> s.calls(n).missed("call_1", CUSTOMER)),
            new Case(
                    "call.permission_updated",
                    Provider.META,
                    (s, n) -> s.calls(n).permission(CUSTOMER, "TEMPORARY")));

    private static Case number(String event) {
        return new Case(event, Provider.PILOT_STATUS, (s, n) -> s.numbers().report(n, event));
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void aWebhookHasTheFieldsOfItsSample(Case event) throws IOException {
        PilotStatusSimulator simulator = EXTENSION.simulator();
        String numberId = simulator.number(event.provider()).id();
        try (Receiver receiver = new Receiver()) {
            simulator.webhooks().create(numberId, receiver.url(), "*");
            event.act().accept(simulator, numberId);
            await().atMost(Duration.ofSeconds(5)).until(() -> receiver.events().contains(event.event()));
            Received call = receiver.received().stream()
                    .filter(c -> c.event().equals(event.event()))
                    .findFirst()
                    .orElseThrow();
            assertThat(DELIVERY.validate(call.json())).isEmpty();
            assertThat(fields(call.json())).isEqualTo(Set.of("event", "data"));
            assertThat(fields(call.data()))
                    .isEqualTo(fields(sample(event.sample()).get("data")));
            assertThat(types(call.data()))
                    .isEqualTo(types(sample(event.sample()).get("data")));
        }
    }

    /** Sends a text and lets it take its course; returns its id. */
    private static String send(PilotStatusSimulator simulator, String to) {
        String id = ApiClient.of(simulator).sendText(to);
        simulator.clock().advance(Duration.ofSeconds(1));
        return id;
    }

    @Test
    void everySampleOfTheContractHasACase() throws IOException {
        Set<String> missing = fields(samples());
        CASES.forEach(event -> missing.remove(event.sample()));
        // Sent as they are with Webhooks.emit: Meta's own calls envelope, and a message of an account without
        // retention.
        assertThat(missing).isEqualTo(Set.of("calls", "message.received#no-retention"));
    }

    private static JsonNode sample(String name) throws IOException {
        return samples().get(name).get("payload");
    }

    private static JsonNode samples() throws IOException {
        try (InputStream in = WebhookContractTest.class.getResourceAsStream("/webhook-events.json")) {
            return ApiClient.JSON.readTree(in).get("v3");
        }
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> types(JsonNode object) {
        Set<String> types = new TreeSet<>();
        object.properties()
                .forEach(field ->
                        types.add(field.getKey() + " " + field.getValue().getNodeType()));
        return types;
    }
}
