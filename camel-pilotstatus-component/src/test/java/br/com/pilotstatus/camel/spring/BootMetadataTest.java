/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.PilotStatusComponent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;

/**
 * Holds what IDEs complete in <code>application.properties</code> to the component's options.
 * <code>-Dpilotstatus.docs.write</code> writes it anew instead.
 */
class BootMetadataTest {

    private static final String PREFIX = "camel.component.pilotstatus";

    private static final Path FILE = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");

    private static final Map<String, Class<?>> BOXED = Map.of(
            "boolean", Boolean.class,
            "int", Integer.class,
            "long", Long.class,
            "double", Double.class);

    @Test
    void everyOptionIsOffered() throws Exception {
        String expected = write();
        if (System.getProperty("pilotstatus.docs.write") != null) {
            Files.writeString(FILE, expected);
        } else {
            assertThat(FILE).content(UTF_8).isEqualTo(expected);
        }
    }

    @Test
    void theValuesOfAChoiceAreOffered() throws Exception {
        assertThat(new ObjectMapper().readTree(FILE.toFile()).get("hints").findValuesAsText("name"))
                .contains(PREFIX + ".on-unknown", PREFIX + ".verify");
    }

    private static String write() throws Exception {
        Stream<Map<String, Object>> switches = Stream.of(
                property(
                        "enabled",
                        Boolean.class.getName(),
                        "Whether the properties of this component are looked at.",
                        true),
                property(
                        "customizer.enabled",
                        Boolean.class.getName(),
                        "Whether the component is set up from these properties.",
                        true));
        Stream<Map<String, Object>> options =
                model().getComponentOptions().stream().map(BootMetadataTest::property);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("groups", List.of(Map.of("name", PREFIX)));
        file.put("properties", Stream.concat(switches, options).toList());
        file.put(
                "hints",
                model().getComponentOptions().stream()
                        .filter(option -> option.getEnums() != null)
                        .map(BootMetadataTest::hint)
                        .toList());
        return print(file);
    }

    /** The values to choose from. */
    private static Map<String, Object> hint(BaseOptionModel option) {
        Map<String, Object> hint = new LinkedHashMap<>();
        hint.put("name", PREFIX + "." + StringHelper.camelCaseToDash(option.getName()));
        hint.put(
                "values",
                option.getEnums().stream().map(value -> Map.of("value", value)).toList());
        return hint;
    }

    private static Map<String, Object> property(BaseOptionModel option) {
        String secret = option.isSecret() ? " Secret." : "";
        return property(
                StringHelper.camelCaseToDash(option.getName()),
                type(option),
                option.getDescription() + secret,
                option.isSecret() ? null : option.getDefaultValue());
    }

    private static Map<String, Object> property(String name, String type, String description, Object defaultValue) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", PREFIX + "." + name);
        property.put("type", type);
        property.put("description", description);
        if (defaultValue != null) {
            property.put("defaultValue", defaultValue);
        }
        return property;
    }

    private static String type(BaseOptionModel option) {
        if (option.getType().equals("duration")) {
            return Duration.class.getName();
        }
        Class<?> boxed = BOXED.get(option.getJavaType());
        return boxed == null ? option.getJavaType() : boxed.getName();
    }

    private static ComponentModel model() throws Exception {
        try (InputStream stream =
                PilotStatusComponent.class.getResourceAsStream("/META-INF/br/com/pilotstatus/camel/pilotstatus.json")) {
            return JsonMapper.generateComponentModel(new String(stream.readAllBytes(), UTF_8));
        }
    }

    private static String print(Object json) throws JsonProcessingException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter);
        return new ObjectMapper().writer(printer).writeValueAsString(json) + "\n";
    }
}
