/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.Provider;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sinks, as a YAML route and a Pipe use them. */
class KameletSinksTest extends SimulatorTestSupport {

    private static final String ORDER =
            "{\"phone\":\"(11) 98888-7777\",\"name\":\"Ana & Cia\",\"order\":8,\"total\":\"2,00\"}";
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setMaxAttempts(1);
        configuration.setAccountKey(simulator().accountKey());
    }

    private static JsonNode request() {
        assertThat(onlySend().destination().is(PHONE)).isTrue();
        return onlySend().request();
    }

    @ParameterizedTest
    @EnumSource
    void theBodyIsSentAsText(Form form) throws Exception {
        form.step(context, "pilotstatus-send-sink", Map.of("to", PHONE));
        Exchange sent = send("direct:in", "Olá, R$ 9,90 & mais + 100%");
        assertThat(sent.getException()).isNull();
        assertThat(request().path("text").asText()).isEqualTo("Olá, R$ 9,90 & mais + 100%");
        assertThat(sent.getMessage().getHeader(PilotStatusConstants.MESSAGE_ID))
                .isEqualTo(onlySend().id());
    }

    @ParameterizedTest
    @EnumSource
    void aTextWithExpressionsIsSent(Form form) throws Exception {
        form.step(
                context,
                "pilotstatus-send-sink",
                Map.of("to", "${body[phone]}", "text", "Olá ${body[name]}!", "buttons", "sim:Sim,Não"));
        assertThat(send("direct:in", Map.of("phone", PHONE, "name", "Zé + 1 & Cia 100%"))
                        .getException())
                .isNull();
        assertThat(request().path("text").asText()).isEqualTo("Olá Zé + 1 & Cia 100%!");
        assertThat(request().at("/buttons/0/id").asText()).isEqualTo("sim");
        assertThat(request().has("name")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aWholeMessageIsSent(Form form) throws Exception {
        form.step(context, "pilotstatus-send-sink", Map.of("bodyAs", "message"));
        send("direct:in", "{\"destinationNumber\":\"" + PHONE + "\",\"text\":\"Oi\"}");
        assertThat(request().path("text").asText()).isEqualTo("Oi");
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateIsSentWithTheFieldsOfTheBodyButTheRecipient(Form form) throws Exception {
        form.step(context, "pilotstatus-template-sink", Map.of("template", "order_confirmed"));
        Exchange sent = send("direct:in", ORDER);
        assertThat(sent.getException()).isNull();
        assertThat(request().path("variables").toString())
                .isEqualTo("{\"name\":\"Ana & Cia\",\"order\":\"8\",\"total\":\"2,00\"}");
        assertThat(sent.getMessage().getBody()).isEqualTo(ORDER);
        assertThat(sent.getVariables()).isEmpty();
    }

    @Test
    void theBodyOfATemplateMayBeAMapThatCannotBeChanged() throws Exception {
        Form.ROUTE.step(
                context,
                "pilotstatus-template-sink",
                Map.of(
                        "template",
                        "order_shipped",
                        "recipientField",
                        "celular",
                        "idempotencyKey",
                        "ship-${body[order]}"));
        Map<String, Object> order = Map.of("celular", PHONE, "name", "Ana", "order", 8);
        assertThat(send("direct:in", order).getException()).isNull();
        assertThat(send("direct:in", order).getMessage().getHeader(PilotStatusConstants.DUPLICATE))
                .isEqualTo(true);
        assertThat(request().path("variables").has("celular")).isFalse();
    }

    @Test
    void theRecipientOfATemplateMayStandElsewhere() throws Exception {
        Form.ROUTE.step(
                context, "pilotstatus-template-sink", Map.of("template", "order_shipped", "to", "${header.phone}"));
        assertThat(send(
                                "direct:in",
                                Map.of("phone", "+5511900000000", "name", "Ana", "order", 8),
                                Map.of("phone", PHONE))
                        .getException())
                .isNull();
        assertThat(request().path("variables").has("phone")).isFalse();
    }

    @Test
    void aTemplateWithoutARecipientIsRefused() throws Exception {
        Form.ROUTE.step(context, "pilotstatus-template-sink", Map.of("template", "order_shipped"));
        assertThat(send("direct:in", Map.of("name", "Ana", "order", 8)).getException())
                .isInstanceOf(PilotStatusValidationException.class);
        assertThat(simulator().ledger().count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theBodyIsSentAsMedia(Form form) throws Exception {
        form.step(
                context,
                "pilotstatus-media-sink",
                Map.of(
                        "to", PHONE,
                        "mediaType", "document",
                        "fileName", "nota ${header.order}.pdf",
                        "caption", "Nota ${header.order}",
                        "whatsappNumberId", simulator().number(Provider.META).id()));
        assertThat(send("direct:in", PDF, Map.of("order", "8 & 9")).getException())
                .isNull();
        assertThat(request().path("fileName").asText()).isEqualTo("nota 8 & 9.pdf");
        assertThat(request().path("caption").asText()).isEqualTo("Nota 8 & 9");
        assertThat(request().path("media").asText()).startsWith("data:application/pdf;base64,");
    }

    @ParameterizedTest
    @EnumSource
    void mediaIsSentFromALink(Form form) throws Exception {
        form.step(
                context,
                "pilotstatus-media-sink",
                Map.of(
                        "to",
                        PHONE,
                        "mediaType",
                        "image",
                        "media",
                        "https://example.com/${header.photo}",
                        "caption",
                        "Foto"));
        send("direct:in", Map.of("cpf", "nobody's business"), Map.of("photo", "a.jpg?x=1&y=2"));
        assertThat(request().path("media").asText()).isEqualTo("https://example.com/a.jpg?x=1&y=2");
        assertThat(request().has("cpf")).isFalse();
    }

    private void loadRedelivering(String kamelet) throws Exception {
        Form.load(context, """
                - route:
                    errorHandler:
                      defaultErrorHandler:
                        redeliveryPolicy:
                          maximumRedeliveries: 3
                          redeliveryDelay: 1
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:%s
                            parameters:
                              template: order_confirmed
                              to: "%s"
                """.formatted(kamelet, PHONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilotstatus-send-sink", "pilotstatus-template-sink"})
    void whatMayHaveBeenSentIsNotRepeatedByRedelivery(String kamelet) throws Exception {
        simulator().faults().add(FaultRule.always(Fault.replyLost()));
        loadRedelivering(kamelet);
        assertThat(send("direct:in", ORDER).getException()).isInstanceOf(PilotStatusOutcomeUnknownException.class);
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilotstatus-send-sink", "pilotstatus-template-sink"})
    void whatWasRefusedForNowIsRepeatedByRedelivery(String kamelet) throws Exception {
        simulator().faults().add(FaultRule.next(2, Fault.status(503)));
        loadRedelivering(kamelet);
        assertThat(send("direct:in", ORDER).getException()).isNull();
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void aFailureIsCaughtByTheRoute() throws Exception {
        Form.load(context, """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - doTry:
                            steps:
                              - to: kamelet:pilotstatus-send-sink?to=123
                            doCatch:
                              - exception: [br.com.pilotstatus.camel.error.PilotStatusException]
                                steps:
                                  - setBody: {simple: "${header.CamelPilotStatusErrorCode}"}
                """);
        assertThat(send("direct:in", "Hi").getMessage().getBody()).isEqualTo("LOCAL_PHONE_NUMBER_INVALID");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureMayBeToldByHeadersAlone(Form form) throws Exception {
        form.step(context, "pilotstatus-send-sink", Map.of("to", "123", "throwExceptionOnFailure", "false"));
        Exchange refused = send("direct:in", "Hi");
        assertThat(refused.getException()).isNull();
        assertThat(refused.getMessage().getHeader(PilotStatusConstants.OUTCOME)).hasToString("REFUSED");
    }

    @Test
    void aKeyIsNotShown() throws Exception {
        Form.ROUTE.step(
                context,
                "pilotstatus-send-sink",
                Map.of("to", PHONE, "apiKey", simulator().apiKey()));
        assertThat(send("direct:in", "Oi").getException()).isNull();
        assertThat(context.getEndpoints().toString()).doesNotContain(simulator().apiKey());
    }
}
