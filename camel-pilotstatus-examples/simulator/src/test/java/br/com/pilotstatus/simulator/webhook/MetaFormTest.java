/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.control.EmittedEvent;
import br.com.pilotstatus.simulator.control.Inbound;
import br.com.pilotstatus.simulator.settings.ContractSettings.MetaEvents;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.support.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaFormTest {

    private static final String CUSTOMER = "+5511977770000";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Map<String, Function<Inbound, EmittedEvent>> MESSAGES = Map.of(
            "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}",
            customers -> customers.text(CUSTOMER, "Hello"),
            "{\"type\":\"location\",\"location\":{\"latitude\":-23.5,\"longitude\":-46.6,\"name\":\"Store\",\"address\":\"Rua A\"}}",
            customers -> customers.location(CUSTOMER, -23.5, -46.6, "Store", "Rua A"),
            "{\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Bia\"},\"phones\":[{\"phone\":\"1\"}]}]}",
            customers -> customers.contact(CUSTOMER, "Bia", "1"),
            "{\"type\":\"reaction\",\"reaction\":{\"emoji\":\"+1\"}}",
            customers -> customers.reaction(CUSTOMER, "+1"));

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final SimulatedNumber number = simulator.number(Provider.META);
    private final Inbound customers = simulator.inbound(number.id());

    private void set(MetaEvents form) {
        simulator.configure(s -> s.with(s.contract().withMetaEvents(form)));
        simulator.webhooks().create(number.id(), "http://127.0.0.1:9/", "*");
    }

    private JsonNode value(String event) throws IOException {
        String payload = simulator
                .webhooks()
                .awaitAttempt(attempt -> attempt.event().equals(event), PATIENCE)
                .payload();
        return ApiClient.JSON.readTree(payload).at("/entry/0/changes/0/value");
    }

    @ParameterizedTest
    @CsvSource({"EVENT, 1", "ENVELOPE, 1", "BOTH, 2"})
    void aMessageComesInTheFormsThatAreSet(MetaEvents form, int count) {
        set(form);
        customers.text(CUSTOMER, "Hello");
        simulator
                .webhooks()
                .awaitAttempt(attempt -> simulator.webhooks().attempts().size() == count, PATIENCE);
        List<String> payloads = simulator.webhooks().attempts().stream()
                .map(WebhookAttempt::payload)
                .toList();
        assertThat(payloads.stream().filter(payload -> payload.contains("\"entry\"")))
                .hasSize(form == MetaEvents.EVENT ? 0 : 1);
        assertThat(payloads.stream().filter(payload -> payload.contains("\"event\"")))
                .hasSize(form == MetaEvents.ENVELOPE ? 0 : 1);
    }

    @Test
    void anUnofficialNumberKnowsNoEnvelope() {
        set(MetaEvents.ENVELOPE);
        simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/", "*");
        simulator.inbound().text(CUSTOMER, "Hello");
        assertThat(simulator.webhooks().awaitAttempt(attempt -> true, PATIENCE).payload())
                .startsWith("{\"event\":\"message.received\"");
    }

    @Test
    void everyKindOfMessageHasTheContentThatMetaGivesIt() throws IOException {
        set(MetaEvents.ENVELOPE);
        for (Map.Entry<String, Function<Inbound, EmittedEvent>> entry : MESSAGES.entrySet()) {
            JsonNode expected = ApiClient.JSON.readTree(entry.getKey());
            String id =
                    entry.getValue().apply(customers).data().get("messageId").textValue();
            JsonNode message = simulator
                    .webhooks()
                    .awaitAttempt(attempt -> attempt.payload().contains(id), PATIENCE)
                    .payload()
                    .transform(MetaFormTest::tree)
                    .at("/entry/0/changes/0/value/messages/0");
            String type = expected.get("type").textValue();
            assertThat(message.get("from").textValue()).isEqualTo("5511977770000");
            assertThat(message.get("type").textValue()).isEqualTo(type);
            assertThat(message.get(type)).isEqualTo(expected.get(type));
        }
    }

    private static JsonNode tree(String json) {
        try {
            return ApiClient.JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sent", "delivered", "read"})
    void aStateSaysWhichMessageWhenAndAtWhatPrice(String state) throws IOException {
        set(MetaEvents.ENVELOPE);
        customers.text(CUSTOMER, "Hello");
        String id = ApiClient.ofMeta(simulator).sendText(CUSTOMER);
        simulator.clock().advance(Duration.ofSeconds(1));
        JsonNode status = value("message." + state).at("/statuses/0");
        assertThat(status.get("id").textValue())
                .isEqualTo(
                        simulator.messages().find(id).orElseThrow().progress().externalMessageId());
        assertThat(status.get("status").textValue()).isEqualTo(state);
        assertThat(status.get("timestamp").textValue()).matches("[0-9]{10}");
        assertThat(status.at("/pricing/billable").booleanValue()).isTrue();
    }

    @Test
    void whatMetaHasNeverHeardOfComesAsAnEvent() {
        set(MetaEvents.ENVELOPE);
        ApiClient.ofMeta(simulator).sendText("+5511900000201");
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(simulator
                        .webhooks()
                        .awaitAttempt(attempt -> attempt.event().equals("message.failed"), PATIENCE)
                        .payload())
                .contains("\"errorCode\":\"INVALID_DESTINATION\"");
    }

    @Test
    void whatTheOwnerTypesComesAsAnEcho() throws IOException {
        set(MetaEvents.ENVELOPE);
        customers.typed(CUSTOMER, "On my way");
        JsonNode echo = value("message.received").at("/message_echoes/0");
        assertThat(echo.get("from").textValue()).isEqualTo(number.number());
        assertThat(echo.get("to").textValue()).isEqualTo("5511977770000");
    }

    @Test
    void whatTheOwnerTypesIsOutboundInTheHistory() {
        customers.typed(CUSTOMER, "On my way");
        JsonNode line =
                ApiClient.ofMeta(simulator).get("/messages/history").body().at("/messages/0");
        assertThat(line.get("direction").textValue()).isEqualTo("OUTBOUND");
        assertThat(line.get("participantPhone").textValue()).isEqualTo(CUSTOMER);
    }

    @Test
    void whatTheOwnerTypesOpensNoWindowAndIsNoOptIn() {
        customers.typed(CUSTOMER, "On my way");
        JsonNode optIn = ApiClient.ofMeta(simulator)
                .get("/messages/opt-in?destinationNumber=%2B5511977770000")
                .body();
        assertThat(optIn.get("authorized").booleanValue()).isFalse();
    }

    @Test
    void aStateMayLackWhatRealOnesSeemToLack() {
        simulator.configure(s -> s.with(s.contract().withSparseStatuses(true)));
        simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/", "message.sent");
        ApiClient.of(simulator).sendText(CUSTOMER);
        simulator.clock().advance(Duration.ofSeconds(1));
        assertThat(simulator.webhooks().awaitAttempt(attempt -> true, PATIENCE).payload())
                .doesNotContain("\"to\"", "\"fromMe\"", "\"content\"");
    }

    @Test
    void anEnvelopeIsSentAsItIsWritten() {
        simulator.webhooks().create(number.id(), "http://127.0.0.1:9/", "*");
        simulator.webhooks().emit(number.id(), "meta.envelope", tree("{\"object\":\"x\",\"entry\":[]}"));
        assertThat(simulator.webhooks().awaitAttempt(attempt -> true, PATIENCE).payload())
                .isEqualTo("{\"object\":\"x\",\"entry\":[]}");
    }
}
