/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.RecordingTestSupport;
import br.com.pilotstatus.camel.api.KeyScope;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.Parameter;
import br.com.pilotstatus.camel.api.Parameter.Place;
import br.com.pilotstatus.camel.api.ParameterType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call of the table over a real socket, from the URI of a route to the bytes on the wire; one context for all of them. */
@TestInstance(Lifecycle.PER_CLASS)
class EveryCallTest extends RecordingTestSupport {

    /** Camel's support leaves a context that serves a whole class running. */
    @AfterAll
    void stopContext() {
        context.stop();
    }

    @BeforeEach
    void forgetEarlierCalls() {
        server.requests().clear();
    }

    private static Stream<Operation> table() {
        return Arrays.stream(Operation.values()).filter(operation -> !operation.anyPath() && !operation.takesMessage());
    }

    private static Stream<Operation> dangerous() {
        return table().filter(Operation::irreversible);
    }

    private static Object sample(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT ->
                parameter.choices().isEmpty() ? "x y" : parameter.choices().get(0);
            case INTEGER -> 1;
            case DECIMAL -> "1.5";
            case BOOLEAN -> "true";
            case LIST -> List.of("a", "b");
            case TIME -> "2026-01-02T03:04:05Z";
            case PHONE -> "(11) 98888-7777";
            case PHONES -> List.of("(11) 98888-7777");
            case GROUP -> "1203@g.us";
            case COLOR -> "#102030";
            case OBJECT -> Map.of("a", "b");
            case CONTENT -> "Hello";
        };
    }

    private static String onTheWire(Parameter parameter) {
        return parameter.type() == ParameterType.PHONE
                ? "%2B5511988887777"
                : sample(parameter)
                        .toString()
                        .replace(" ", "%20")
                        .replace(":", "%3A")
                        .replace("@", "%40");
    }

    /** All parameters; of those that exclude each other, the first. */
    private static List<Parameter> parameters(Operation operation) {
        List<Parameter> parameters = new ArrayList<>(operation.parameters());
        if (operation == Operation.NUMBERS_CHECK) {
            parameters.remove(1);
        }
        return parameters;
    }

    private Exchange call(Operation operation) {
        String answer = operation.answer().container() == null ? "{}" : "[]";
        server.answer(request -> new RecordingServer.Reply(200, answer));
        Map<String, Object> values = new HashMap<>();
        parameters(operation).forEach(parameter -> values.put(parameter.name(), sample(parameter)));
        String confirm = operation.irreversible() ? "?confirm=true" : "";
        return send(
                "pilotstatus:" + operation.operationName() + confirm,
                null,
                Map.of(PilotStatusConstants.PARAMS, values));
    }

    @ParameterizedTest
    @MethodSource("table")
    void itGoesWhereTheTableSaysWithAllItTakes(Operation operation) {
        assertThat(call(operation).getException()).isNull();
        String path = operation.path();
        for (Parameter parameter : parameters(operation)) {
            path = path.replace("{" + parameter.name() + "}", onTheWire(parameter));
        }
        String query = parameters(operation).stream()
                .filter(parameter -> parameter.place() == Place.QUERY)
                .map(parameter -> parameter.name() + "=" + onTheWire(parameter))
                .collect(Collectors.joining("&"));
        assertThat(server.only().line())
                .isEqualTo(operation.method() + " /v1" + path + (query.isEmpty() ? "" : "?" + query));
    }

    @ParameterizedTest
    @MethodSource("table")
    void itsBodyHoldsTheParametersOfTheBody(Operation operation) {
        call(operation);
        List<String> expected = parameters(operation).stream()
                .filter(parameter -> parameter.place() == Place.BODY)
                .map(Parameter::name)
                .toList();
        if (expected.isEmpty()) {
            assertThat(server.only().body()).isEmpty();
        } else {
            assertThat(server.only().json().fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void itCarriesTheKeyOfItsScope(Operation operation) {
        call(operation);
        String expected = operation.keyScope() == KeyScope.TENANT ? "ps_account" : "ps_number";
        assertThat(server.only().key()).isEqualTo(operation.keyScope() == KeyScope.NONE ? null : expected);
    }

    @ParameterizedTest
    @MethodSource("table")
    void itsCommandHeaderIsGoneAfterwards(Operation operation) {
        assertThat(call(operation).getMessage().getHeaders()).doesNotContainKey(PilotStatusConstants.PARAMS);
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    void itDoesNotStartUnlessTheAuthorConfirms(Operation operation) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + operation.operationName()))
                .hasMessageContaining("confirm it with the option confirm=true");
    }
}
