/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The component as a low-code author meets it. */
class YamlRouteTest extends SimulatorTestSupport {

    private void load(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.yaml", yaml));
    }

    @Test
    void aTemplateIsSentWithVariablesFromTheBody() throws Exception {
        load("""
                - route:
                    from:
                      uri: direct:orders
                      steps:
                        - to:
                            uri: pilotstatus:send
                            parameters:
                              to: "${body[phone]}"
                              templateId: order_confirmed
                              variables.name: "${body[name]}"
                              variables.order: "${body[id]}"
                              variables.total: "R$ ${body[total]}"
                """);
        send("direct:orders", Map.of("phone", "+55 (11) 98888-7777", "name", "Zé & Cia", "id", 7, "total", "9,90"));
        assertThat(onlySend().destination().is(PHONE)).isTrue();
        assertThat(onlySend().request().at("/variables/name").asText()).isEqualTo("Zé & Cia");
        assertThat(onlySend().request().at("/variables/total").asText()).isEqualTo("R$ 9,90");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +5511988887777          | plain
                    +55 11 98888-7777       | RAW(a+b & c=d #1 100% %41)
                    (11) 98888-7777         | ação, não?
                    RAW(+5511988887777)     | a, b; c: d!
                    """)
    void valuesWrittenInYamlArriveAsWritten(String to, String text) throws Exception {
        load("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: pilotstatus:send
                            parameters:
                              to: "%s"
                              text: "%s"
                """.formatted(to, text));
        assertThat(send("direct:in", null).getException()).isNull();
        assertThat(onlySend().destination().is(PHONE)).isTrue();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(text.replaceAll("^RAW\\((.*)\\)$", "$1"));
    }

    @Test
    void aRouteAsksWhoIsOnWhatsApp() throws Exception {
        load("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: pilotstatus:numbers-check
                            parameters:
                              param.numbers: "${body[phone]}"
                        - choice:
                            when:
                              - simple: "${body[0].exists}"
                                steps:
                                  - setBody:
                                      constant: write
                """);
        assertThat(send("direct:in", Map.of("phone", PHONE)).getMessage().getBody())
                .isEqualTo("write");
    }

    @Test
    void aRouteBranchesOnTheOutcomeOfAFailure() throws Exception {
        load("""
                - onException:
                    exception:
                      - br.com.pilotstatus.camel.error.PilotStatusException
                    handled:
                      constant: "true"
                    steps:
                      - setBody:
                          simple: "${header.CamelPilotStatusOutcome} ${header.CamelPilotStatusErrorCode}"
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: pilotstatus:send
                            parameters:
                              to: "+5511988887777"
                              templateId: nowhere
                """);
        assertThat(send("direct:in", null).getMessage().getBody()).isEqualTo("REFUSED TEMPLATE_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"pilotstatus:send, bodyAs: none", "pilotstatus, operation: send"})
    void variablesMayBeAMap(String address, String operation) throws Exception {
        load("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: %s
                            parameters:
                              %s
                              to: "${body[phone]}"
                              templateId: order_confirmed
                              variables:
                                name: "${body[name]}"
                                order: "no. ${body[id]}, paid"
                                total: 9,90
                """.formatted(address, operation));
        assertThat(send("direct:in", Map.of("phone", PHONE, "name", "Silva, order=1", "id", 7))
                        .getException())
                .isNull();
        assertThat(onlySend().request().path("variables").properties())
                .extracting(variable ->
                        variable.getKey() + ": " + variable.getValue().asText())
                .containsExactlyInAnyOrder("name: Silva, order=1", "order: no. 7, paid", "total: 9,90");
    }

    @Test
    void parametersOfACallMayBeAMap() throws Exception {
        load("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: pilotstatus:numbers-check
                            parameters:
                              params:
                                numbers: "${body[phone]}"
                """);
        assertThat(send("direct:in", Map.of("phone", PHONE)).getMessage().getHeader(PilotStatusConstants.OUTCOME))
                .isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"setBody: {constant: %s}", "setHeader: {name: CamelPilotStatusText, constant: %s}"})
    void aTextOfItsOwnStepArrivesAsWritten(String step) throws Exception {
        load("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - %s
                        - to:
                            uri: pilotstatus:send
                            parameters:
                              to: "+5511988887777"
                """.formatted(step.formatted("\"1+1 & 50% = %41?\\n\\nnext line\"")));
        assertThat(send("direct:in", null).getException()).isNull();
        assertThat(onlySend().request().path("text").asText()).isEqualTo("1+1 & 50% = %41?\n\nnext line");
    }

    @Test
    void theTextsOfTheDocumentationArriveAsWritten() throws Exception {
        load(new DocumentedRoutes("sending.md").block("yaml", "open-on-sunday"));
        assertThat(send("direct:open-on-sunday", null, Map.of("phone", PHONE)).getException())
                .isNull();
        assertThat(onlySend().request().path("text").asText())
                .startsWith("We are open on Sunday!\n\nCoffee & cake 50% off, 14h + 1h");
        assertThat(onlySend().request().toString()).contains("Silva & Daughters");
    }

    @Test
    void aVariableOfATemplateTakesSuchATextFromAVariableOfTheRoute() throws Exception {
        load("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - setVariable:
                            name: shop
                            constant: "Silva & Filhos (20%+)"
                        - to:
                            uri: pilotstatus:send
                            parameters:
                              to: "+5511988887777"
                              templateId: order_confirmed
                              variables.name: "${variable.shop}"
                              variables.order: "7"
                              variables.total: "9,90"
                """);
        assertThat(send("direct:in", null).getException()).isNull();
        assertThat(onlySend().request().at("/variables/name").asText()).isEqualTo("Silva & Filhos (20%+)");
    }

    @Test
    void whatStandsBehindAnAmpersandIsNotTold() {
        assertThatThrownBy(() -> load("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: pilotstatus:send
                            parameters:
                              text: "From Ana & Maria Silva"
                """)).hasStackTraceContaining("A value holds an ampersand");
    }
}
