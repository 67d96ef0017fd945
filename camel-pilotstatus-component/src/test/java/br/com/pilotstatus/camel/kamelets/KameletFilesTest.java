/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.DocumentedRoutes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.kamelets.catalog.KameletsCatalog;
import org.apache.camel.v1.Kamelet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kamelets as tools read them, before anything runs. */
class KameletFilesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path DIRECTORY = Path.of("src/main/resources/kamelets");
    private static final List<String> SECRETS = List.of("apiKey", "token");

    private static JsonSchema schema;
    private static Map<String, Kamelet> catalog;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().toList();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (InputStream crd = Kamelet.class.getResourceAsStream("/camel.apache.org_kamelets.yaml")) {
            JsonNode definition = YAML.readTree(crd).at("/spec/versions/0/schema/openAPIV3Schema");
            close(definition);
            schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(definition);
        }
        catalog = new KameletsCatalog().getKamelets();
    }

    /** As the API server does it: what a schema does not name is not kept, unless it says so. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && object.path("type").asText().equals("object")
                && !object.has("additionalProperties")
                && !object.has("x-kubernetes-preserve-unknown-fields")) {
            object.put("additionalProperties", false);
        }
        node.forEach(KameletFilesTest::close);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".kamelet.yaml", "");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aKameletIsValidByTheDefinitionOfItsResource(Path file) throws IOException {
        assertThat(schema.validate(YAML.readTree(file.toFile()))).isEmpty();
    }

    @Test
    void aKameletWithAFieldThatNobodyReadsWouldNotBe() throws IOException {
        ObjectNode kamelet = (ObjectNode) YAML.readTree(files().get(0).toFile());
        ((ObjectNode) kamelet.path("spec")).put("titel", "x");
        assertThat(schema.validate(kamelet)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theCatalogListsIt(Path file) throws IOException {
        JsonNode kamelet = YAML.readTree(file.toFile());
        assertThat(catalog).containsKey(name(file));
        assertThat(kamelet.at("/metadata/name").asText()).isEqualTo(name(file));
        assertThat(catalog.get(name(file)).getSpec().getDefinition().getTitle())
                .isEqualTo(kamelet.at("/spec/definition/title").asText());
        JsonNode metadata = kamelet.path("metadata");
        assertThat(metadata.path("labels").path("camel.apache.org/kamelet.type").asText())
                .isEqualTo(name(file).replaceAll(".*-", ""));
        assertThat(metadata.path("annotations")
                        .path("camel.apache.org/kamelet.icon")
                        .asText())
                .startsWith("data:image/svg+xml;base64,");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPropertySaysWhatItIsAndGivesAnExampleOrAChoice(Path file) throws IOException {
        JsonNode properties = YAML.readTree(file.toFile()).at("/spec/definition/properties");
        properties.properties().forEach(property -> {
            JsonNode definition = property.getValue();
            assertThat(definition.path("title").asText()).as(property.getKey()).isNotEmpty();
            assertThat(definition.path("description").asText())
                    .as(property.getKey())
                    .endsWith(".");
            assertThat(definition.has("example") || definition.has("default") || definition.has("enum"))
                    .as(property.getKey())
                    .isTrue();
            assertThat(definition.path("format").asText().equals("password"))
                    .as(property.getKey())
                    .isEqualTo(SECRETS.contains(property.getKey()));
        });
        assertThat(properties.path("baseUrl").has("default")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("files")
    void itTellsWhatComesOutAndWhatItsTemplateUses(Path file) throws IOException {
        JsonNode spec = YAML.readTree(file.toFile()).path("spec");
        spec.path("dataTypes")
                .forEach(way -> assertThat(
                                way.path("types").has(way.path("default").asText()))
                        .isTrue());
        assertThat(spec.at("/dataTypes/out/headers").isObject()).isTrue();
        Matcher used = Pattern.compile("\\{\\{\\??(\\w+)}}")
                .matcher(spec.path("template").toString());
        List<String> declared = Stream.of(spec.at("/definition/properties"))
                .flatMap(properties -> properties.properties().stream())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        assertThat(used.results()
                        .map(result -> result.group(1))
                        .distinct()
                        .sorted()
                        .toList())
                .isEqualTo(declared);
    }

    @ParameterizedTest
    @MethodSource("files")
    void itDependsOnThisVersionOfTheComponent(Path file) throws IOException {
        Matcher version = Pattern.compile("<artifactId>camel-pilotstatus-parent</artifactId>\\s*<version>([^<]+)<")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(YAML.readTree(file.toFile()).at("/spec/dependencies").toString())
                .contains("\"mvn:br.com.pilotstatus.camel:camel-pilotstatus-component:" + version.group(1) + "\"");
    }

    @ParameterizedTest
    @MethodSource("files")
    void thePageShowsIt(Path file) {
        assertThat(new DocumentedRoutes("kamelets.md").block("yaml", "kamelet:" + name(file)))
                .isNotEmpty();
    }
}
