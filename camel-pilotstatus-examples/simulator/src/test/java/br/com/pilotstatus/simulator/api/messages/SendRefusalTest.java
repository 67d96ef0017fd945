/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendRefusalTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient meta =
            client.with("x-api-key", simulator.number(Provider.META).key().value());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no destination        | {'text':'a'}",
                "two destinations      | {'text':'a','destinationNumber':'+5511977770000','groupId':'1@g.us'}",
                "no content            | {'destinationNumber':'+5511977770000'}",
                "two modes             | {'destinationNumber':'+5511977770000','text':'a','templateId':'welcome'}",
                "text and media        | {'destinationNumber':'+5511977770000','text':'a','media':'https://e.com/a'}",
                "media without type    | {'destinationNumber':'+5511977770000','media':'https://e.com/a'}",
                "unknown media type    | {'destinationNumber':'+5511977770000','media':'https://e.com/a','mediaType':'x'}",
                "media of no scheme    | {'destinationNumber':'+5511977770000','media':'a.png','mediaType':'image'}",
                "base64, unofficial    | {'destinationNumber':'+5511977770000','media':'data:image/png;base64,AA==','mediaType':'image'}",
                "caption on audio      | {'destinationNumber':'+5511977770000','media':'https://e.com/a','mediaType':'audio','caption':'c'}",
                "blank text            | {'destinationNumber':'+5511977770000','text':' '}",
                "number as text        | {'destinationNumber':5511977770000,'text':'a'}",
                "four buttons          | {'destinationNumber':'+5511977770000','text':'a','buttons':[{},{},{},{}]}",
                "header, no buttons    | {'destinationNumber':'+5511977770000','text':'a','header':'h'}",
                "buttons on a template | {'destinationNumber':'+5511977770000','templateId':'welcome','buttons':[{}]}",
                "no time               | {'destinationNumber':'+5511977770000','text':'a','deliverAt':'tomorrow'}",
                "deadline before time  | {'destinationNumber':'+5511977770000','text':'a','deliverAt':'2030-01-02T00:00:00Z','deliverUntil':'2030-01-01T00:00:00Z'}",
                "no group id           | {'groupId':'123','text':'a'}",
                "rewriting a UTILITY   | {'destinationNumber':'+5511977770000','templateId':'welcome','marketingOptions':{'aiRewriteEnabled':true}}",
                "labels of numbers     | {'destinationNumber':'+5511977770000','text':'a','labels':[1]}",
                "an array              | []",
                "no JSON               | {'text':"
            })
    void aRequestThatBreaksTheContractIsRefused(String what, String json) {
        Answer answer = client.send(json.replace('\'', '"'));
        assertThat(answer.status()).as(what).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(simulator.ledger().count()).isZero();
    }

    @Test
    void theErrorNamesTheFieldButNotItsValue() {
        Answer answer = client.send(
                "{\"destinationNumber\":\"+5511977770000\",\"media\":\"https://e.com/a\",\"mediaType\":\"secret-value\"}");
        assertThat(answer.text()).contains("mediaType").doesNotContain("secret-value");
    }

    @Test
    void missingTemplateVariablesAreNamed() {
        Answer answer = client.send("{\"destinationNumber\":\"+5511977770000\",\"templateId\":\"order_confirmed\","
                + "\"variables\":{\"name\":\"Marina\"}}");
        assertThat(answer.code()).isEqualTo("MISSING_TEMPLATE_VARIABLES");
        assertThat(answer.body().at("/details/missingKeys")).hasToString("[\"order\",\"total\"]");
    }

    @Test
    void badTemplateValuesAreNamedWithTheReason() {
        Answer answer = client.send("{\"destinationNumber\":\"+5511977770000\",\"templateId\":\"order_confirmed\","
                + "\"variables\":{\"name\":\"Marina\",\"order\":1042,\"total\":\" \"}}");
        assertThat(answer.code()).isEqualTo("INVALID_TEMPLATE_VARIABLE_VALUE");
        assertThat(answer.body().at("/details/invalidKeys"))
                .hasToString(
                        "[{\"key\":\"order\",\"reason\":\"not a string\"},{\"key\":\"total\",\"reason\":\"blank\"}]");
    }

    @Test
    void anUnknownTemplateIsRefused() {
        Answer answer = client.send("{\"destinationNumber\":\"+5511977770000\",\"templateId\":\"nope\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("TEMPLATE_NOT_FOUND");
    }

    @Test
    void aMetaNumberHasNoNewsletters() {
        Answer answer = meta.send("{\"newsletterId\":\"1@newsletter\",\"text\":\"a\"}");
        assertThat(answer.code()).isEqualTo("NOT_SUPPORTED_FOR_META");
    }

    @Test
    void aMetaNumberIsNotEligibleForGroups() {
        Answer answer = meta.send("{\"groupId\":\"1@g.us\",\"text\":\"a\"}");
        assertThat(answer.code()).isEqualTo("META_GROUPS_NOT_ELIGIBLE");
    }

    @Test
    void aMetaNumberCanBeMadeEligibleForGroups() {
        simulator.configure(s -> s.with(s.contract().withMetaGroups(true)));
        assertThat(meta.send("{\"groupId\":\"1@g.us\",\"text\":\"a\"}").status())
                .isEqualTo(202);
    }

    @Test
    void aMetaNumberTakesInlineMedia() {
        Answer answer = meta.send("{\"destinationNumber\":\"+5511977770000\",\"media\":\"data:image/png;base64,AA==\","
                + "\"mediaType\":\"image\"}");
        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void mediaNeedsAPaidPlan() {
        simulator.configure(s -> s.with(s.contract().withFreePlan(true)));
        Answer answer = client.send("{\"destinationNumber\":\"+5511977770000\",\"media\":\"https://e.com/a.png\","
                + "\"mediaType\":\"image\"}");
        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.code()).isEqualTo("SUBSCRIPTION_REQUIRED_FOR_MEDIA");
    }

    @Test
    void aDisconnectedNumberCannotSend() {
        simulator.numbers().disconnect(simulator.numberId());
        Answer answer = client.send("{\"destinationNumber\":\"+5511977770000\",\"text\":\"a\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("WHATSAPP_INSTANCE_NOT_CONNECTED");
    }

    @Test
    void fieldsTheDocumentDoesNotNamePassUnlessSetOtherwise() {
        String request = "{\"destinationNumber\":\"+5511977770000\",\"text\":\"a\",\"txet\":\"b\"}";
        assertThat(client.send(request).status()).isEqualTo(202);
        simulator.configure(s -> s.with(s.contract().withRefuseUnknownFields(true)));
        assertThat(client.send(request).text()).contains("no field txet");
    }

    @Test
    void aBodyThatIsNestedTooDeepIsRefused() {
        String deep = "{\"destinationNumber\":\"+5511977770000\",\"text\":\"a\",\"x\":" + "[".repeat(100)
                + "]".repeat(100) + "}";
        Answer answer = client.send(deep);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("64 levels");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "{\"destinationNumber\":\"+5511977770000\",\"text\":\"" + "a".repeat(25 << 20) + "\"}";
        Answer answer = client.send(large);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }
}
