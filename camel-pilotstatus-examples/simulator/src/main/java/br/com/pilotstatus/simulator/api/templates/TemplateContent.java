/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.http.JsonBody;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the content of a template in all its spellings and holds it to the rules the schema cannot express. */
final class TemplateContent {

    private static final int MAX_BODY = 1024;
    private static final long WORDS_PER_VARIABLE = 2;
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, Integer> MAX_BUTTONS = Map.of("URL", 2, "PHONE_NUMBER", 1, "COPY_CODE", 1);

    private TemplateContent() {}

    /** The content of a valid request for a number. */
    static ObjectNode read(JsonNode request, SimulatedNumber number) {
        ObjectNode content = parsed(request.get("body"));
        JsonNode text = content.at("/body/text");
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw ApiException.invalid("body.text must be there and not be blank");
        }
        checkParts(content, text.textValue());
        checkExamples(content, request.path("examples"));
        if (number.isMeta() && isBareVariable(text.textValue())) {
            throw new ApiException(
                    400, "META_TEMPLATE_SUBMIT_FAILED", "Meta refuses a body that starts or ends with a variable");
        }
        if (number.isMeta() && hasTooFewWords(text.textValue())) {
            throw new ApiException(
                    400,
                    "META_TEMPLATE_SUBMIT_FAILED",
                    "Meta refuses the template: (2388293) Params Words Ratio Exceeds Limit");
        }
        return content;
    }

    // An object, the same as a string, or a plain text.
    private static ObjectNode parsed(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        return JsonBody.read(body.textValue().getBytes(StandardCharsets.UTF_8))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> {
                    ObjectNode content = JsonNodeFactory.instance.objectNode();
                    content.putObject("body").put("text", body.textValue());
                    return content;
                });
    }

    private static void checkParts(JsonNode content, String text) {
        if (text.length() > MAX_BODY) {
            throw ApiException.invalid("body.text is too long");
        }
        if (content.at("/footer/text").asText().contains("{{")) {
            throw ApiException.invalid("footer.text must not have variables");
        }
        List<String> types = content.path("buttons").findValuesAsText("type");
        MAX_BUTTONS.forEach((type, max) -> {
            if (types.stream().filter(type::equals).count() > max) {
                throw ApiException.invalid("buttons has more than " + max + " of type " + type);
            }
        });
    }

    private static void checkExamples(ObjectNode content, JsonNode examples) {
        ArrayNode missing = JsonNodeFactory.instance.arrayNode();
        SimulatedTemplate.variablesOf(content).stream()
                .filter(name -> examples.path(name).asText().isBlank())
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            ObjectNode details = JsonNodeFactory.instance.objectNode();
            details.set("missing", missing);
            throw new ApiException(400, "TEMPLATE_EXAMPLES_REQUIRED", "Every variable needs an example", details);
        }
    }

    // Meta does not tell its ratio; a text with two words for each variable passes there.
    private static boolean hasTooFewWords(String text) {
        String[] parts = text.split("\\{\\{[^}]*}}", -1);
        long words = Stream.of(parts)
                .flatMap(WORD::splitAsStream)
                .filter(word -> !word.isEmpty())
                .count();
        return words < WORDS_PER_VARIABLE * (parts.length - 1);
    }

    private static boolean isBareVariable(String text) {
        return text.strip().startsWith("{{") || text.strip().endsWith("}}");
    }
}
