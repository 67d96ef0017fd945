/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final String GREETING =
            "{'name':'greeting','body':{'body':{'text':'Hello {{name}}, welcome.'}},'examples':{'name':'Marina'}}";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient meta = ApiClient.ofMeta(simulator);

    private static Answer create(ApiClient as, String json) {
        return as.call("POST", "/templates", json.replace('\'', '"'));
    }

    private String metaStatus(String name) {
        return meta.get("/templates/" + name).body().get("metaStatus").textValue();
    }

    @Test
    void aNewTemplateCanBeSentAtOnceByAnUnofficialNumber() {
        create(client, GREETING);
        Answer answer = client.send("{\"destinationNumber\":\"+5511977770000\",\"templateId\":\"greeting\","
                + "\"variables\":{\"name\":\"Marina\"}}");
        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void aTemplateOfAMetaNumberWaitsForMeta() {
        assertThat(create(meta, GREETING).body().get("metaStatus").textValue()).isEqualTo("PENDING");
        assertThat(meta.get("/templates/greeting").body().get("sendable").booleanValue())
                .isFalse();
        simulator.clock().advance(Duration.ofSeconds(6));
        assertThat(metaStatus("greeting")).isEqualTo("APPROVED");
    }

    @Test
    void theReviewTakesAsLongAsIsSet() {
        simulator.configure(s -> s.with(s.resources().withTemplateReview(Duration.ofHours(24))));
        create(meta, GREETING);
        simulator.clock().advance(Duration.ofHours(23));
        assertThat(metaStatus("greeting")).isEqualTo("PENDING");
        simulator.clock().advance(Duration.ofHours(2));
        assertThat(metaStatus("greeting")).isEqualTo("APPROVED");
    }

    @Test
    void metaRejectsByTheEndOfTheName() {
        create(meta, GREETING.replace("greeting", "greeting_rejected"));
        simulator.clock().advance(Duration.ofSeconds(6));
        assertThat(metaStatus("greeting_rejected")).isEqualTo("REJECTED");
    }

    @Test
    void aChangedTemplateIsReviewedAgain() {
        meta.call("PUT", "/templates/welcome", "{\"body\":\"Welcome back.\"}");
        assertThat(metaStatus("welcome")).isEqualTo("PENDING");
        simulator.clock().advance(Duration.ofSeconds(6));
        JsonNode template = meta.get("/templates/welcome").body();
        assertThat(template.get("metaStatus").textValue()).isEqualTo("APPROVED");
        assertThat(template.at("/body/body/text").textValue()).isEqualTo("Welcome back.");
    }

    @Test
    void metaRefusesTooFewWordsForTheVariables() {
        Answer answer = create(meta, "{'name':'short','body':'Hi {{a}} and {{b}}!','examples':{'a':'x','b':'y'}}");
        assertThat(answer.code()).isEqualTo("META_TEMPLATE_SUBMIT_FAILED");
        assertThat(answer.text()).contains("2388293");
    }

    @Test
    void anEmptyListStandsForNoVariablesAndNoExamples() {
        assertThat(create(client, "{'name':'plain','body':'Hello there.','examples':[]}")
                        .status())
                .isEqualTo(201);
        assertThat(client.send("{\"destinationNumber\":\"+5511977770000\",\"templateId\":\"plain\",\"variables\":[]}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void everyVariableNeedsAnExample() {
        Answer answer = create(
                client,
                "{'name':'n','body':{'header':{'type':'TEXT','text':'For {{who}}'},'body':{'text':'Order {{order}}.'},"
                        + "'buttons':[{'type':'URL','text':'Open','url':'https://example.com/{{path}}'}]},"
                        + "'examples':{'order':'7'}}");
        assertThat(answer.code()).isEqualTo("TEMPLATE_EXAMPLES_REQUIRED");
        assertThat(answer.body().at("/details/missing")).hasToString("[\"who\",\"path\"]");
    }

    @Test
    void aNameIsGivenOnce() {
        create(client, GREETING);
        assertThat(create(client, GREETING).status()).isEqualTo(409);
    }

    @Test
    void separatorsInANameBecomeUnderscores() {
        assertThat(create(client, "{'name':' my first-template ','body':'Hi.'}")
                        .body()
                        .get("name")
                        .textValue())
                .isEqualTo("my_first_template");
    }

    @Test
    void contentMayComeAsAString() {
        create(client, "{'name':'n','body':'{\\'body\\':{\\'text\\':\\'Hi there.\\'}}'}".replace("\\'", "\\\""));
        assertThat(client.get("/templates/n").body().at("/body/body/text").textValue())
                .isEqualTo("Hi there.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "VALIDATION_ERROR | {'name':'--','body':'Hi.'}",
                "VALIDATION_ERROR | {'name':'n','body':' '}",
                "VALIDATION_ERROR | {'name':'n','body':{'body':{'text':'Hi.'},'footer':{'text':'{{x}}'}},'examples':{'x':'y'}}",
                "VALIDATION_ERROR | {'name':'n','body':{'body':{'text':'Hi.'},'buttons':[{'type':'COPY_CODE'},{'type':'COPY_CODE'}]}}",
                "META_TEMPLATE_SUBMIT_FAILED | {'name':'n','body':'{{x}} is here.','examples':{'x':'y'}}"
            })
    void contentThatBreaksARuleIsRefused(String code, String json) {
        Answer answer = create(meta, json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void aRemovedTemplateIsGone() {
        client.call("DELETE", "/templates/welcome", null);
        assertThat(client.get("/templates/welcome").code()).isEqualTo("TEMPLATE_NOT_FOUND");
    }
}
