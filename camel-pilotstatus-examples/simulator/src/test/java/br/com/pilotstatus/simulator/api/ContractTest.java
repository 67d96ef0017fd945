/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.contract.OpenApiDocument;
import br.com.pilotstatus.simulator.contract.OperationSpec;
import br.com.pilotstatus.simulator.contract.RequiredKey;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
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

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.get();

    static final List<Sample> SAMPLES = Stream.of(
                    MessageSamples.LIST,
                    ConversationSamples.LIST,
                    TemplateSamples.LIST,
                    GroupSamples.LIST,
                    CallSamples.LIST,
                    NumberSamples.LIST,
                    AccountSamples.LIST,
                    WebhookSamples.LIST)
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
}
