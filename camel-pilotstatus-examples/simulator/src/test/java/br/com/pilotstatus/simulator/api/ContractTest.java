/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.contract.OpenApiDocument;
import br.com.pilotstatus.simulator.contract.OperationSpec;
import br.com.pilotstatus.simulator.contract.RequiredKey;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.settings.ContractSettings.CancelAnswer;
import br.com.pilotstatus.simulator.settings.ContractSettings.Container;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds the answers of every simulated operation, good and bad, to the OpenAPI document. */
class ContractTest {

    private static final String CUSTOMER = "+5511977770000";
    private static final String TEXT = "{\"destinationNumber\":\"" + CUSTOMER + "\",\"text\":\"Hello\"}";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.get();

    private static final List<Sample> BASIC = List.of(
            new Sample("sendMessage", "a text", 202, s -> client(s).send(TEXT)),
            new Sample("sendMessage", "an invalid body", 400, s -> client(s).send("{\"text\":1}")),
            new Sample("sendMessage", "no JSON", 400, s -> client(s).send("{")),
            new Sample(
                    "sendMessage",
                    "missing variables",
                    400,
                    s -> client(s).send("{\"destinationNumber\":\"+5511977770000\",\"templateId\":\"order_shipped\"}")),
            new Sample(
                    "sendMessage", "no key", 401, s -> ApiClient.at(s.baseUrl()).send(TEXT)),
            new Sample("sendMessage", "media on the free plan", 402, ContractTest::mediaOnTheFreePlan),
            new Sample(
                    "sendMessage",
                    "a tenant key without a number",
                    403,
                    s -> tenant(s).send(TEXT)),
            new Sample(
                    "sendMessage",
                    "an unknown template",
                    404,
                    s -> client(s).send("{\"destinationNumber\":\"+5511977770000\",\"templateId\":\"nope\"}")),
            new Sample("sendMessage", "a number without connection", 409, ContractTest::disconnected),
            new Sample(
                    "sendMessage",
                    "too many requests",
                    429,
                    s -> client(s).send("{\"destinationNumber\":\"+5511900000429\",\"text\":\"Hello\"}")),
            new Sample(
                    "getMessage",
                    "a queued message",
                    200,
                    s -> client(s).get("/messages/" + client(s).sendText(CUSTOMER))),
            new Sample("getMessage", "a read message", 200, ContractTest::readMessage),
            new Sample("getMessage", "a failed message", 200, ContractTest::failedMessage),
            new Sample(
                    "getMessage", "no key", 401, s -> ApiClient.at(s.baseUrl()).get("/messages/x")),
            new Sample(
                    "getMessage",
                    "a tenant key without a number",
                    403,
                    s -> tenant(s).get("/messages/x")),
            new Sample("getMessage", "an unknown id", 404, s -> client(s).get("/messages/x")),
            new Sample(
                    "cancelMessages",
                    "ids",
                    200,
                    s -> client(s).call("DELETE", "/messages/cancel", "{\"messageIds\":[\"x\"]}")),
            new Sample("cancelMessages", "counts", 200, ContractTest::cancelWithCounts),
            new Sample(
                    "cancelMessages",
                    "no ids",
                    400,
                    s -> client(s).call("DELETE", "/messages/cancel", "{\"messageIds\":[]}")),
            new Sample(
                    "cancelMessages",
                    "no key",
                    401,
                    s -> ApiClient.at(s.baseUrl()).call("DELETE", "/messages/cancel", "{}")),
            new Sample(
                    "cancelMessages",
                    "a foreign number",
                    403,
                    s -> tenant(s).with("x-whatsapp-number-id", "x").call("DELETE", "/messages/cancel", "{}")),
            new Sample("listTemplates", "an array", 200, s -> client(s).get("/templates")),
            new Sample("listTemplates", "an object", 200, ContractTest::templatesInAnObject),
            new Sample(
                    "listTemplates",
                    "no key",
                    401,
                    s -> ApiClient.at(s.baseUrl()).get("/templates")),
            new Sample(
                    "listTemplates",
                    "a tenant key without a number",
                    403,
                    s -> tenant(s).get("/templates")),
            new Sample("getTemplate", "by name", 200, s -> client(s).get("/templates/welcome")),
            new Sample(
                    "getTemplate", "no key", 401, s -> ApiClient.at(s.baseUrl()).get("/templates/welcome")),
            new Sample(
                    "getTemplate",
                    "a tenant key without a number",
                    403,
                    s -> tenant(s).get("/templates/welcome")),
            new Sample("getTemplate", "an unknown name", 404, s -> client(s).get("/templates/nope")),
            new Sample("listWebhooks", "some", 200, s -> {
                webhook(s);
                return client(s).get("/webhooks");
            }),
            new Sample(
                    "listWebhooks",
                    "no key",
                    401,
                    s -> ApiClient.at(s.baseUrl()).get("/webhooks")),
            new Sample(
                    "createWebhook",
                    "with all fields",
                    201,
                    s -> client(s)
                            .call(
                                    "POST",
                                    "/webhooks",
                                    "{\"url\":\"http://127.0.0.1:9/\",\"name\":\"n\",\"events\":[\"*\"],\"active\":true}")),
            new Sample("createWebhook", "no URL", 400, s -> client(s).call("POST", "/webhooks", "{}")),
            new Sample(
                    "createWebhook",
                    "no key",
                    401,
                    s -> ApiClient.at(s.baseUrl()).call("POST", "/webhooks", "{}")),
            new Sample(
                    "createWebhook",
                    "a foreign number",
                    404,
                    s -> tenant(s)
                            .call("POST", "/webhooks", "{\"url\":\"http://127.0.0.1:9/\",\"whatsappNumberId\":\"x\"}")),
            new Sample("getWebhook", "one", 200, s -> client(s).get("/webhooks/" + webhook(s))),
            new Sample(
                    "getWebhook", "no key", 401, s -> ApiClient.at(s.baseUrl()).get("/webhooks/x")),
            new Sample("getWebhook", "an unknown id", 404, s -> client(s).get("/webhooks/x")),
            new Sample(
                    "updateWebhook",
                    "paused",
                    200,
                    s -> client(s).call("PATCH", "/webhooks/" + webhook(s), "{\"active\":false}")),
            new Sample(
                    "updateWebhook",
                    "an unknown event",
                    400,
                    s -> client(s).call("PATCH", "/webhooks/" + webhook(s), "{\"events\":[\"x\"]}")),
            new Sample(
                    "updateWebhook",
                    "no key",
                    401,
                    s -> ApiClient.at(s.baseUrl()).call("PATCH", "/webhooks/x", "{}")),
            new Sample("updateWebhook", "an unknown id", 404, s -> client(s).call("PATCH", "/webhooks/x", "{}")),
            new Sample("deleteWebhook", "gone", 204, s -> client(s).call("DELETE", "/webhooks/" + webhook(s), null)),
            new Sample(
                    "deleteWebhook",
                    "no key",
                    401,
                    s -> ApiClient.at(s.baseUrl()).call("DELETE", "/webhooks/x", null)),
            new Sample("deleteWebhook", "an unknown id", 404, s -> client(s).call("DELETE", "/webhooks/x", null)),
            new Sample("listWebhookLogs", "a failed attempt", 200, s -> logs(s, Container.ARRAY)),
            new Sample("listWebhookLogs", "in an object", 200, s -> logs(s, Container.OBJECT)),
            new Sample(
                    "listWebhookLogs",
                    "an impossible limit",
                    400,
                    s -> client(s).get("/webhooks/" + webhook(s) + "/logs?limit=51")),
            new Sample(
                    "listWebhookLogs",
                    "no key",
                    401,
                    s -> ApiClient.at(s.baseUrl()).get("/webhooks/x/logs")),
            new Sample("listWebhookLogs", "an unknown id", 404, s -> client(s).get("/webhooks/x/logs")));

    static final List<Sample> SAMPLES = Stream.of(
                    BASIC,
                    MessageSamples.LIST,
                    GroupSamples.LIST,
                    CallSamples.LIST,
                    NumberSamples.LIST,
                    AccountSamples.LIST)
            .flatMap(List::stream)
            .toList();

    static final List<OperationSpec> SIMULATED = DOCUMENT.operations().stream()
            .filter(spec ->
                    SAMPLES.stream().anyMatch(sample -> sample.operation().equals(spec.id())))
            .toList();

    static final List<OperationSpec> WITH_KEY =
            SIMULATED.stream().filter(spec -> spec.scope() != RequiredKey.NONE).toList();

    static final List<OperationSpec> WITH_SCOPE =
            WITH_KEY.stream().filter(spec -> spec.scope() != RequiredKey.ANY).toList();

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void anAnswerHasTheFormOfTheDocument(Sample sample) {
        Answer answer = sample.call().apply(EXTENSION.simulator());
        assertThat(answer.status()).isEqualTo(sample.status());
        assertConforms(sample.operation(), answer);
    }

    @Test
    void everySimulatedOperationHasASample() {
        PilotStatusSimulator simulator = EXTENSION.simulator();
        Set<String> simulated = DOCUMENT.operations().stream()
                .filter(spec -> isSimulated(simulator, spec))
                .map(OperationSpec::id)
                .collect(Collectors.toSet());
        assertThat(SAMPLES.stream().map(Sample::operation).collect(Collectors.toSet()))
                .isEqualTo(simulated);
    }

    @ParameterizedTest
    @FieldSource("WITH_KEY")
    void anUnknownKeyIsRefusedInTheFormOfTheDocument(OperationSpec spec) {
        Answer answer = call(ApiClient.at(EXTENSION.simulator().baseUrl()).with("x-api-key", "ps_nobody"), spec);
        assertThat(answer.status()).isEqualTo(401);
        assertConforms(spec.id(), answer);
    }

    @ParameterizedTest
    @FieldSource("WITH_SCOPE")
    void aKeyOfTheWrongScopeIsRefusedInTheFormOfTheDocument(OperationSpec spec) {
        PilotStatusSimulator simulator = EXTENSION.simulator();
        boolean tenantOnly = spec.scope() == RequiredKey.TENANT;
        Answer answer = call(tenantOnly ? client(simulator) : tenant(simulator), spec);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo(tenantOnly ? "NUMBER_SCOPE_NOT_ALLOWED" : "TENANT_SCOPE_NOT_ALLOWED");
        assertConforms(spec.id(), answer);
    }

    @ParameterizedTest
    @FieldSource("SIMULATED")
    void tooManyRequestsAreRefusedInTheFormOfTheDocument(OperationSpec spec) {
        PilotStatusSimulator simulator = EXTENSION.simulator();
        simulator.faults().add(FaultRule.next(1, Fault.status(429)).on(spec.id()));
        Answer answer = call(client(simulator), spec);
        assertThat(answer.status()).isEqualTo(429);
        assertConforms(spec.id(), answer);
    }

    @Test
    void onlyGuessedOperationsAreNotSimulated() {
        assertThat(DOCUMENT.operations())
                .filteredOn(spec -> !SIMULATED.contains(spec))
                .extracting(OperationSpec::id)
                .containsExactlyInAnyOrder(
                        "promoteGroupParticipants", "demoteGroupParticipants", "getGroupInvite", "pinGroupMessage");
    }

    @Test
    void anOperationThatIsNotSimulatedSaysSoInTheFormOfTheDocument() {
        Answer answer = client(EXTENSION.simulator()).get("/groups/x/invite");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_SIMULATED");
        assertThat(DOCUMENT.compile(DOCUMENT.schema("Error")).validate(answer.body()))
                .isEmpty();
    }

    private static boolean isSimulated(PilotStatusSimulator simulator, OperationSpec spec) {
        ApiClient client = spec.scope() == RequiredKey.TENANT ? tenant(simulator) : client(simulator);
        return !call(client, spec).code().equals("NOT_SIMULATED");
    }

    private static Answer call(ApiClient client, OperationSpec spec) {
        String path = spec.path().replaceAll("\\{\\w+}", "x");
        return client.call(spec.method(), path, spec.requestSchema() == null ? null : "{}");
    }

    private static void assertConforms(String operationId, Answer answer) {
        OperationSpec spec = DOCUMENT.operations().stream()
                .filter(o -> o.id().equals(operationId))
                .findFirst()
                .orElseThrow();
        assertThat(Stream.of(Integer.toString(answer.status()), answer.status() / 100 + "XX"))
                .as("statuses the document names")
                .anyMatch(spec.statuses()::contains);
        JsonNode schema = DOCUMENT.responseSchema(spec, answer.status());
        if (schema == null) {
            assertThat(answer.text()).isEmpty();
        } else {
            assertThat(DOCUMENT.compile(schema).validate(answer.body())).isEmpty();
        }
    }

    private static ApiClient client(PilotStatusSimulator simulator) {
        return ApiClient.of(simulator);
    }

    private static ApiClient tenant(PilotStatusSimulator simulator) {
        return ApiClient.ofTenant(simulator);
    }

    private static Answer mediaOnTheFreePlan(PilotStatusSimulator s) {
        s.configure(settings -> settings.with(settings.contract().withFreePlan(true)));
        return client(s)
                .send("{\"destinationNumber\":\"+5511977770000\",\"media\":\"https://example.com/a.png\","
                        + "\"mediaType\":\"image\"}");
    }

    private static Answer disconnected(PilotStatusSimulator s) {
        s.numbers().disconnect(s.numberId());
        return client(s).send(TEXT);
    }

    private static Answer readMessage(PilotStatusSimulator s) {
        String id = client(s).sendText(CUSTOMER);
        s.clock().advance(Duration.ofMinutes(1));
        return client(s).get("/messages/" + id);
    }

    private static Answer failedMessage(PilotStatusSimulator s) {
        String id = client(s).sendText("+5511900000203");
        s.clock().advance(Duration.ofMinutes(1));
        return client(s).get("/messages/" + id);
    }

    private static Answer cancelWithCounts(PilotStatusSimulator s) {
        s.configure(settings -> settings.with(settings.contract().withCancelAnswer(CancelAnswer.COUNTS)));
        return client(s).call("DELETE", "/messages/cancel", "{\"messageIds\":[\"x\"]}");
    }

    private static Answer templatesInAnObject(PilotStatusSimulator s) {
        s.configure(settings -> settings.with(settings.contract().withContainer(Container.OBJECT)));
        return client(s).get("/templates");
    }

    private static String webhook(PilotStatusSimulator s) {
        return s.webhooks().create(s.numberId(), "http://127.0.0.1:9/", "*").id();
    }

    private static Answer logs(PilotStatusSimulator s, Container container) {
        s.configure(settings -> settings.with(settings.contract().withContainer(container)));
        String id = webhook(s);
        s.inbound(s.number(Provider.PILOT_STATUS).id()).text(CUSTOMER, "Hello");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !s.webhooks().attempts().isEmpty());
        return client(s).get("/webhooks/" + id + "/logs?limit=50&event=message.received");
    }
}
