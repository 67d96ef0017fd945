/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.client.KeyScope;
import br.com.pilotstatus.camel.client.Operation;
import br.com.pilotstatus.camel.client.Parameter;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds each entry of the table of calls to the contract. */
class ContractTest {

    private static JsonNode contract;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream stream = PilotStatusSimulator.class.getResourceAsStream("pilotstatus-openapi.yaml")) {
            contract = new YAMLMapper().readTree(stream);
        }
    }

    private static JsonNode entry(Operation operation) {
        return contract.path("paths")
                .path(operation.path())
                .path(operation.method().name().toLowerCase(Locale.ROOT));
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? contract.at(node.path("$ref").asText().substring(1)) : node;
    }

    @ParameterizedTest
    @EnumSource
    void theCallIsInTheContractAndNoGuess(Operation operation) {
        assertThat(entry(operation).path("operationId").asText()).isNotEmpty();
        assertThat(entry(operation).path("x-evidence").asText()).isNotEqualTo("guess");
    }

    @ParameterizedTest
    @EnumSource
    void itTakesTheKeyThatTheContractNames(Operation operation) {
        assertThat(operation.keyScope())
                .isEqualTo(KeyScope.valueOf(
                        entry(operation).path("x-key-scope").asText().toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @EnumSource
    void itTakesTheParametersOfTheContractAndNoOthers(Operation operation) {
        Set<String> expected = new TreeSet<>();
        for (JsonNode reference : entry(operation).path("parameters")) {
            JsonNode parameter = resolve(reference);
            if (!parameter.path("in").asText().equals("header")) {
                expected.add(parameter.path("in").asText() + " "
                        + parameter.path("name").asText()
                        + (parameter.path("required").asBoolean() ? " required" : ""));
            }
        }
        JsonNode body = resolve(entry(operation).at("/requestBody/content/application~1json/schema"));
        Set<String> required = new TreeSet<>();
        body.path("required").forEach(name -> required.add(name.asText()));
        if (!operation.takesMessage()) {
            body.path("properties")
                    .fieldNames()
                    .forEachRemaining(
                            name -> expected.add("body " + name + (required.contains(name) ? " required" : "")));
        }
        Set<String> actual = new TreeSet<>();
        for (Parameter parameter : operation.parameters()) {
            actual.add(parameter.place().name().toLowerCase(Locale.ROOT) + " " + parameter.name()
                    + (parameter.required() ? " required" : ""));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aListIsWrappedTheWayTheContractSays(Operation operation) {
        JsonNode schema = entry(operation).at("/responses/200/content/application~1json/schema");
        boolean list = schema.path("type").asText().equals("array")
                || schema.path("oneOf").path(0).path("type").asText().equals("array");
        assertThat(operation.answer().container() != null).isEqualTo(list);
    }
}
