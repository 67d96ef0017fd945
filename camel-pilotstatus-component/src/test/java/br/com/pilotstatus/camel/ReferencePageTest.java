/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.Parameter;
import br.com.pilotstatus.camel.error.ErrorCode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;

/**
 * Holds the reference page to the tables it is written from. <code>-Dpilotstatus.docs.write</code> writes it anew instead.
 */
class ReferencePageTest {

    private static final Path PAGE = Path.of("src/main/docs/reference.md");

    @Test
    void thePageSaysWhatTheComponentHas() throws Exception {
        String page = Files.readString(PAGE);
        String expected = write(page);
        if (System.getProperty("pilotstatus.docs.write") != null) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    private static String write(String page) throws Exception {
        ComponentModel model = model();
        Set<String> shared = model.getComponentOptions().stream()
                .map(BaseOptionModel::getName)
                .collect(Collectors.toSet());
        String result = replace(page, "operations", operations());
        result = replace(result, "component options", options(model.getComponentOptions()));
        List<? extends BaseOptionModel> own = model.getEndpointOptions().stream()
                .filter(option -> !shared.contains(option.getName()))
                .toList();
        result = replace(result, "endpoint options", options(own));
        result = replace(result, "headers", headers(model));
        return replace(result, "error codes", errorCodes());
    }

    private static ComponentModel model() throws Exception {
        try (InputStream stream =
                PilotStatusComponent.class.getResourceAsStream("/META-INF/br/com/pilotstatus/camel/pilotstatus.json")) {
            return JsonMapper.generateComponentModel(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String replace(String page, String name, String table) {
        String begin = "<!-- " + name + ": begin -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- " + name + ": end -->");
        assertThat(to).as(name).isGreaterThanOrEqualTo(from);
        return page.substring(0, from) + table + page.substring(to);
    }

    private static String operations() {
        String rows = Arrays.stream(Operation.values())
                .filter(operation -> !operation.anyPath())
                .map(operation -> "| `%s` | `%s %s` | %s | %s | %s |%n"
                        .formatted(
                                operation.operationName(),
                                operation.method(),
                                operation.path(),
                                operation.keyScope().name().toLowerCase(Locale.ROOT),
                                parameters(operation),
                                operation.irreversible() ? "`confirm=true`" : ""))
                .collect(Collectors.joining());
        return "| Operation | Call | Key | Takes | Needs |\n| --- | --- | --- | --- | --- |\n" + rows;
    }

    private static String parameters(Operation operation) {
        if (operation.takesMessage()) {
            return "a message";
        }
        return operation.parameters().stream()
                .map(parameter -> "`" + parameter.name() + "`" + note(operation, parameter))
                .collect(Collectors.joining(", "));
    }

    private static String note(Operation operation, Parameter parameter) {
        boolean subject = operation.subject().filter(parameter::equals).isPresent();
        if (subject) {
            return " (option `id`)";
        }
        return parameter.required() ? " (required)" : "";
    }

    private static String options(List<? extends BaseOptionModel> options) {
        String rows = options.stream()
                .map(option -> "| `%s` | %s | %s | %s | %s |%n"
                        .formatted(
                                option.isMultiValue() ? option.getPrefix() + "*" : option.getName(),
                                option.getGroup(),
                                type(option),
                                option.getDefaultValue() == null ? "" : "`" + option.getDefaultValue() + "`",
                                description(option)))
                .collect(Collectors.joining());
        return "| Option | Group | Type | Default | Meaning |\n| --- | --- | --- | --- | --- |\n" + rows;
    }

    private static String headers(ComponentModel model) {
        String rows = model.getEndpointHeaders().stream()
                .map(header -> "| `%s` | %s | %s | %s |%n"
                        .formatted(header.getName(), header.getShortJavaType(), header.getLabel(), description(header)))
                .collect(Collectors.joining());
        return "| Header | Type | For | Meaning |\n| --- | --- | --- | --- |\n" + rows;
    }

    private static String errorCodes() {
        String rows = Arrays.stream(ErrorCode.values())
                .map(error -> "| `%s` | %s |%n".formatted(error.code(), error.meaning()))
                .collect(Collectors.joining());
        return "| Code | When |\n| --- | --- |\n" + rows;
    }

    private static String type(BaseOptionModel option) {
        return "duration".equals(option.getType()) ? "duration, ms" : option.getShortJavaType();
    }

    private static String description(BaseOptionModel option) {
        String secret = option.isSecret() ? " **Secret.**" : "";
        return option.getDescription().replace("|", "\\|") + secret;
    }
}
