/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Button;
import br.com.pilotstatus.camel.model.NumberCheck;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What buttons, labels and other lists mean that a route writes as text. */
class ListOptionsTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?text=Hi&to=" + PHONE;

    private static List<String> sent(Exchange exchange, String field) {
        assertThat(exchange.getException()).isNull();
        JsonNode list = onlySend().request().path(field);
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.isTextual()
                        ? entry.asText()
                        : entry.path("id").asText("") + "|" + entry.path("text").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "09:00,14:30; |09:00, |14:30",
                "yes:Sim,no:Não; yes|Sim, no|Não",
                "1:Sim,2:Não; 1|Sim, 2|Não",
                "slot1:09:00,slot2:14:30; slot1|09:00, slot2|14:30",
                "Opção 1: Azul,Opção 2: Verde; |Opção 1: Azul, |Opção 2: Verde",
                "Nota\\: dez,Outra; |Nota: dez, |Outra",
                "Sim, Não ; |Sim, |Não"
            })
    void aColonMakesAnIdOnlyOfWhatLooksLikeOne(String buttons, String expected) {
        assertThat(sent(send(SEND + "&buttons=" + buttons, null), "buttons"))
                .containsExactly(expected.strip().split(", "));
    }

    @Test
    void aCommaWithABackslashBelongsToTheText() {
        assertThat(sent(send(SEND + "&buttons=a:Sim\\, quero,b:Não", null), "buttons"))
                .containsExactly("a|Sim, quero", "b|Não");
    }

    static Stream<Arguments> valuesOfExpressions() {
        return Stream.of(
                Arguments.of("${header.a},${header.b}", List.of("|Sim, quero", "|Nota:dez")),
                Arguments.of("x:${header.a},y:${header.b}", List.of("x|Sim, quero", "y|Nota:dez")),
                Arguments.of("${header.hour}:00,${header.hour}:30", List.of("|09:00", "|09:30")),
                Arguments.of("${header.id}:Sim,Não", List.of("k7|Sim", "|Não")),
                Arguments.of("${header.written}", List.of("yes|Sim", "no|Não")),
                Arguments.of("${header.list}", List.of("|Sim, quero", "k|Nota:dez")));
    }

    @ParameterizedTest
    @MethodSource("valuesOfExpressions")
    void whatAnExpressionGivesIsNotTakenApart(String buttons, List<String> expected) {
        Map<String, Object> headers = Map.of(
                "a",
                "Sim, quero",
                "b",
                "Nota:dez",
                "hour",
                "09",
                "id",
                "k7",
                "written",
                "yes:Sim,no:Não",
                "list",
                List.of("Sim, quero", new Button("k", "Nota:dez")));
        assertThat(sent(send(SEND + "&buttons=" + buttons, null, headers), "buttons"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nota: dez,b", "a:,b", ":a,b", "a,,b", "a:Yes,a:No", "Sim,Sim", "https://a.example"})
    void buttonsThatAreUnclearAreRefused(String buttons) {
        assertThat(send(SEND + "&buttons=" + buttons, null)
                        .getException(PilotStatusValidationException.class)
                        .getErrorCode())
                .isEqualTo("LOCAL_BUTTONS_INVALID");
        assertThat(simulator().ledger().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "vip,new customer; vip|new customer",
                "Silva\\, Ana,vip; Silva, Ana|vip",
                "vip,${header.name}; vip|Silva, Ana",
                "vip, ${header.list}; vip|a|Souza, B",
                "${header.name}; Silva|Ana",
                "a\\b; a\\b"
            })
    void aLabelKeepsItsComma(String labels, String expected) {
        Map<String, Object> headers = Map.of("name", "Silva, Ana", "list", List.of("a", "Souza, B"));
        assertThat(sent(send(SEND + "&labels=" + labels, null, headers), "labels"))
                .containsExactly(expected.strip().split("\\|"));
    }

    @Test
    void aHeaderOfLabelsHasTheSameEscape() {
        Map<String, Object> headers = Map.of(PilotStatusConstants.LABELS, "Silva\\, Ana,vip");
        assertThat(sent(send(SEND, null, headers), "labels")).containsExactly("Silva, Ana", "vip");
    }

    @Test
    void aValueAddsNoMemberToAGroup() {
        Map<String, Object> headers = Map.of("a", "11977770000,11977770002", "b", "11977770003");
        assertThat(send(
                                "pilotstatus:groups-create?param.subject=A&param.participants=${header.a},${header.b}",
                                null,
                                headers)
                        .getException(PilotStatusValidationException.class)
                        .getErrorCode())
                .isEqualTo("LOCAL_PHONE_NUMBER_AMBIGUOUS");
    }

    @Test
    void aListOfExpressionsNamesEachNumber() {
        Exchange checked = send(
                "pilotstatus:numbers-check?param.numbers=${header.a},${header.list}",
                null,
                Map.of("a", "(11) 97777-0000", "list", List.of("11977770002", 11977770003L)));
        assertThat(checked.getMessage().getBody())
                .asInstanceOf(LIST)
                .extracting(check -> ((NumberCheck) check).input())
                .containsExactly("5511977770000", "5511977770002", "5511977770003");
    }
}
