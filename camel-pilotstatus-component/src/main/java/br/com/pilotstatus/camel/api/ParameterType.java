/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.CommaText;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.Times;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.function.BiFunction;

/** What a parameter must be, and how values that routes have at hand become what the API takes. */
public enum ParameterType {
    TEXT(ParameterType::textNode),
    /** A whole number. */
    INTEGER(ParameterType::integer),
    /** A number above zero, fractions allowed. */
    DECIMAL(ParameterType::decimal),
    BOOLEAN(ParameterType::truth),
    /** A list of texts; given as a collection, or as text separated by commas. */
    LIST(ParameterType::list),
    /** A point in time: ISO 8601 text with an offset, or a date-time object. */
    TIME(ParameterType::time),
    /** A phone number in E.164. */
    PHONE(ParameterType::textNode),
    /** A list of phone numbers, sent as digits. */
    PHONES(ParameterType::list),
    /** Id of a group. */
    GROUP((parameter, value) -> matching(parameter, value, "[^@]+@g\\.us", "must end in @g.us")),
    /** A color of the web. */
    COLOR((parameter, value) -> matching(parameter, value, "#[0-9a-fA-F]{6}", "must be a color such as #1A2B3C")),
    /** A JSON object; given as a Map, a JsonNode, or JSON text. */
    OBJECT(ParameterType::object),
    /** A JSON object as above, or any other text. */
    CONTENT((parameter, value) ->
            value instanceof CharSequence ? textNode(parameter, value) : object(parameter, value));

    private final BiFunction<Parameter, Object, JsonNode> reader;

    ParameterType(BiFunction<Parameter, Object, JsonNode> reader) {
        this.reader = reader;
    }

    JsonNode read(Parameter parameter, Object value) {
        return reader.apply(parameter, value);
    }

    /** The entries of a value that may be a collection, an array, a JSON array, or text as {@link CommaText} reads it. */
    public static Collection<?> entries(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        if (value instanceof JsonNode node && node.isArray()) {
            return Json.mapper().convertValue(node, Collection.class);
        }
        String text = value.toString();
        return text.isBlank() ? Collections.emptyList() : CommaText.split(text);
    }

    private static JsonNode textNode(Parameter parameter, Object value) {
        return TextNode.valueOf(text(parameter, value));
    }

    private static JsonNode matching(Parameter parameter, Object value, String pattern, String rule) {
        String text = text(parameter, value);
        if (!text.matches(pattern)) {
            throw invalid(parameter, rule);
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode truth(Parameter parameter, Object value) {
        return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> throw invalid(parameter, "must be true or false");
        };
    }

    private static JsonNode time(Parameter parameter, Object value) {
        try {
            return TextNode.valueOf(Times.instant(value).toString());
        } catch (DateTimeException e) {
            // Without the cause, whose text quotes the value.
            throw invalid(parameter, "must be " + Times.EXPECTED);
        }
    }

    private static JsonNode object(Parameter parameter, Object value) {
        JsonNode node = value instanceof CharSequence text ? parse(parameter, text) : tree(parameter.name(), value);
        if (!node.isObject()) {
            throw invalid(parameter, "must be a JSON object");
        }
        return node;
    }

    private static String text(Parameter parameter, Object value) {
        String text = value instanceof JsonNode node ? node.asText() : value.toString();
        if (text.isBlank()) {
            throw invalid(parameter, "must not be blank");
        }
        TextRules.check(ErrorCode.PARAMETER_INVALID, parameter.name(), text, parameter.max());
        if (!parameter.choices().isEmpty() && !parameter.choices().contains(text)) {
            throw invalid(parameter, "must be one of " + String.join(", ", parameter.choices()));
        }
        return text;
    }

    private static JsonNode integer(Parameter parameter, Object value) {
        String range = "must be a whole number from " + parameter.min()
                + (parameter.max() == Integer.MAX_VALUE ? "" : " to " + parameter.max());
        try {
            int number = Integer.parseInt(value.toString().trim());
            if (number >= parameter.min() && number <= parameter.max()) {
                return IntNode.valueOf(number);
            }
        } catch (NumberFormatException e) {
            // Without the cause, whose text quotes the value.
            throw invalid(parameter, range);
        }
        throw invalid(parameter, range);
    }

    private static JsonNode decimal(Parameter parameter, Object value) {
        try {
            BigDecimal number = new BigDecimal(value.toString().trim());
            if (number.signum() > 0) {
                return DecimalNode.valueOf(number);
            }
        } catch (NumberFormatException e) {
            throw invalid(parameter, "must be a number above zero, with a dot before its fraction");
        }
        throw invalid(parameter, "must be a number above zero");
    }

    private static JsonNode list(Parameter parameter, Object value) {
        Collection<?> entries = entries(value);
        if (entries.size() < parameter.min() || entries.size() > parameter.max()) {
            throw invalid(
                    parameter,
                    parameter.max() == Integer.MAX_VALUE
                            ? "must have at least " + parameter.min() + " entries"
                            : "must have " + parameter.min() + " to " + parameter.max() + " entries");
        }
        if (entries.stream().anyMatch(entry -> entry == null || entry.toString().isBlank())) {
            throw invalid(parameter, "must not have a blank entry");
        }
        return Json.mapper()
                .valueToTree(
                        entries.stream().map(entry -> entry.toString().trim()).toList());
    }

    private static JsonNode parse(Parameter parameter, CharSequence text) {
        try {
            return Json.read(text.toString());
        } catch (JacksonException e) {
            throw invalid(parameter, "is no valid JSON, or nested too deeply");
        }
    }

    static JsonNode tree(String name, Object value) {
        try {
            return Json.mapper().valueToTree(value);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose text may quote the value.
            throw new PilotStatusValidationException(ErrorCode.PARAMETER_INVALID, name, "cannot be written as JSON");
        }
    }

    private static PilotStatusValidationException invalid(Parameter parameter, String rule) {
        return new PilotStatusValidationException(ErrorCode.PARAMETER_INVALID, parameter.name(), rule);
    }
}
