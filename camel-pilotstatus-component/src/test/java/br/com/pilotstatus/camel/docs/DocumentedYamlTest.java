/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The YAML that pages and examples show is what editors take for YAML of Camel: they go by its schema. */
class DocumentedYamlTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private static JsonSchema schema;
    private static final Set<String> TOP = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream stream = YamlRoutesBuilderLoader.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            JsonNode json = YAML.readTree(stream);
            json.at("/items/properties").fieldNames().forEachRemaining(TOP::add);
            schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(json);
        }
    }

    private static Stream<Source> routes() {
        return Source.all().stream()
                .filter(source -> source.language().equals("yaml"))
                .filter(source -> tree(source).isArray());
    }

    private static JsonNode tree(Source source) {
        try {
            return YAML.readTree(source.text());
        } catch (IOException e) {
            throw new UncheckedIOException(source.name(), e);
        }
    }

    /** Steps stand for the route that they are a part of. */
    private static JsonNode whole(JsonNode list) {
        if (TOP.contains(list.path(0).fieldNames().next())) {
            return list;
        }
        ArrayNode routes = YAML.createArrayNode();
        ObjectNode from = routes.addObject().putObject("route").putObject("from");
        from.put("uri", "direct:in").set("steps", list);
        return routes;
    }

    private static Set<ValidationMessage> objections(JsonNode list) {
        return schema.validate(whole(list));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteIsRightByTheSchema(Source source) {
        assertThat(objections(tree(source))).as(source.text()).isEmpty();
    }

    @Test
    void aMistypedStepIsFound() throws IOException {
        assertThat(objections(YAML.readTree("- to: direct:a\n- setBdoy: {constant: a}")))
                .isNotEmpty();
    }
}
