/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each entry of the table of calls to the contract. */
class ContractTest {

    private static JsonNode contract;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream stream = PilotStatusSimulator.class.getResourceAsStream("pilotstatus-openapi.yaml")) {
            contract = new YAMLMapper().readTree(stream);
        }
    }

    private static Stream<Operation> table() {
        return Arrays.stream(Operation.values()).filter(operation -> !operation.anyPath());
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
    @MethodSource("table")
    void theCallIsInTheContractAndNoGuess(Operation operation) {
        assertThat(entry(operation).path("operationId").asText()).isNotEmpty();
        assertThat(entry(operation).path("x-evidence").asText()).isNotEqualTo("guess");
    }

    @ParameterizedTest
    @MethodSource("table")
    void itTakesTheKeyThatTheContractNames(Operation operation) {
        assertThat(operation.keyScope())
                .isEqualTo(KeyScope.valueOf(
                        entry(operation).path("x-key-scope").asText().toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void itTakesTheParametersOfTheContractAndNoOthers(Operation operation) {
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode reference : entry(operation).path("parameters")) {
            JsonNode parameter = resolve(reference);
            if (!parameter.path("in").asText().equals("header")) {
                expected.put(
                        parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        describe(
                                parameter.path("schema"),
                                parameter.path("required").asBoolean()));
            }
        }
        JsonNode body = body(operation);
        Set<String> required = new TreeSet<>();
        body.path("required").forEach(name -> required.add(name.asText()));
        if (!operation.takesMessage()) {
            body.path("properties")
                    .properties()
                    .forEach(property -> expected.put(
                            "body " + property.getKey(),
                            describe(resolve(property.getValue()), required.contains(property.getKey()))));
        }
        Map<String, String> actual = new TreeMap<>();
        for (Parameter parameter : operation.parameters()) {
            actual.put(parameter.place().name().toLowerCase(Locale.ROOT) + " " + parameter.name(), describe(parameter));
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static JsonNode body(Operation operation) {
        return resolve(entry(operation).at("/requestBody/content/application~1json/schema"));
    }

    private static String describe(JsonNode schema, boolean required) {
        List<String> types = new ArrayList<>();
        JsonNode given = schema.has("oneOf") ? resolve(schema.path("oneOf").path(0)) : schema;
        (given.path("type").isArray() ? given.path("type") : List.of(given.path("type")))
                .forEach(type -> types.add(type.asText()));
        boolean nullable = types.remove("null");
        boolean time = schema.path("format").asText().equals("date-time");
        JsonNode choices = schema.path("enum");
        String bounds = bounds(schema);
        return (time ? "time" : types.get(0))
                + (required ? " required" : "")
                + (nullable ? " or null" : "")
                + bounds
                + (choices.path(0).isTextual() ? " " + Json.mapper().convertValue(choices, List.class) : "");
    }

    /** The bounds that the contract states; the table may have others where it states none. */
    private static String bounds(JsonNode schema) {
        for (String name : List.of("minimum", "maximum", "minItems", "maxItems", "maxLength")) {
            if (schema.has(name)) {
                assertThat(bound(schema, name)).isPositive();
            }
        }
        int max = Stream.of("maximum", "maxItems", "maxLength")
                .filter(schema::has)
                .mapToInt(name -> bound(schema, name))
                .findFirst()
                .orElse(schema.path("enum").path(0).isInt() ? 1 : Integer.MAX_VALUE);
        return max == Integer.MAX_VALUE ? "" : " up to " + max;
    }

    private static int bound(JsonNode schema, String name) {
        return schema.path(name).asInt();
    }

    private static String describe(Parameter parameter) {
        String type = switch (parameter.type()) {
            case TEXT, PHONE, GROUP, COLOR -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "number";
            case BOOLEAN -> "boolean";
            case LIST, PHONES -> "array";
            case TIME -> "time";
            case OBJECT, CONTENT -> "object";
        };
        return type
                + (parameter.required() ? " required" : "")
                + (parameter.nullable() ? " or null" : "")
                + (parameter.max() == Integer.MAX_VALUE ? "" : " up to " + parameter.max())
                + (parameter.choices().isEmpty() ? "" : " " + parameter.choices());
    }

    @Test
    void leastNumbersAreThoseOfTheContract() {
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Integer> actual = new TreeMap<>();
        table().forEach(operation -> schemas(operation)
                .forEach((name, schema) -> Stream.of("minimum", "minItems")
                        .filter(schema::has)
                        .forEach(bound -> {
                            String where = operation.operationName() + " " + name;
                            expected.put(where, schema.path(bound).asInt());
                            actual.put(
                                    where,
                                    operation.parameter(name).orElseThrow().min());
                        })));
        assertThat(actual).isNotEmpty().isEqualTo(expected);
    }

    /** What the contract says of each parameter, by its name. */
    private static Map<String, JsonNode> schemas(Operation operation) {
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (JsonNode reference : entry(operation).path("parameters")) {
            JsonNode parameter = resolve(reference);
            schemas.put(parameter.path("name").asText(), parameter.path("schema"));
        }
        body(operation)
                .path("properties")
                .properties()
                .forEach(property -> schemas.put(property.getKey(), resolve(property.getValue())));
        return schemas;
    }

    @Test
    void furtherFieldsAreTakenWhereTheContractTakesThem() {
        assertThat(table().filter(operation -> operation.takesMore() || operation.takesMessage()))
                .isNotEmpty()
                .containsExactlyElementsOf(table().filter(operation ->
                                body(operation).path("additionalProperties").asBoolean())
                        .toList());
    }

    @Test
    void listsAreWrappedTheWayTheContractSays() {
        assertThat(table().filter(operation -> operation.answer().container() != null))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        table().filter(ContractTest::answersWithList).toList());
    }

    private static boolean answersWithList(Operation operation) {
        JsonNode schema = resolve(answer(operation));
        boolean array = schema.path("type").asText().equals("array")
                || schema.path("oneOf").path(0).path("type").asText().equals("array");
        // An object with an id is the thing itself, whatever lists it has.
        boolean thing = schema.path("properties").has("id");
        List<String> lists = new ArrayList<>();
        schema.path("properties").properties().stream()
                .filter(field -> !thing
                        && field.getValue().path("type").asText().equals("array")
                        && schema.path("required").toString().contains("\"" + field.getKey() + "\""))
                .forEach(field -> lists.add(field.getKey()));
        if (!lists.isEmpty()) {
            assertThat(lists).containsExactly(operation.answer().container());
        }
        return array || !lists.isEmpty();
    }

    @Test
    void listsComeInPagesWhereTheContractSaysSo() {
        assertThat(table().filter(operation -> operation.answer().paged()))
                .isNotEmpty()
                .containsExactlyElementsOf(table().filter(operation ->
                                resolve(answer(operation)).path("properties").has("totalPages"))
                        .toList());
    }

    private static JsonNode answer(Operation operation) {
        return entry(operation).path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().at("/content/application~1json/schema"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCallOfTheContractIsInTheTableUnlessItIsAGuess() {
        Set<String> expected = new TreeSet<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(call -> {
                    if (!call.getValue().path("x-evidence").asText().equals("guess")) {
                        expected.add(call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        assertThat(table().map(operation -> operation.method() + " " + operation.path()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
