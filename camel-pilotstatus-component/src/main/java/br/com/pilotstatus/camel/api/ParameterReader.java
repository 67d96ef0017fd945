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
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes of the values that routes have at hand what the API takes for a parameter, by its type. */
final class ParameterReader {

    private static final Pattern GROUP_ID = Pattern.compile("[^@]+@g\\.us");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private ParameterReader() {}

    /**
     * The value as the API takes it.
     *
     * @throws PilotStatusValidationException when the value is of another type or out of range
     */
    static JsonNode read(Parameter parameter, Object value) {
        return switch (parameter.type()) {
            case TEXT, PHONE -> textNode(parameter, value);
            case INTEGER -> integer(parameter, value);
            case DECIMAL -> decimal(parameter, value);
            case BOOLEAN -> truth(parameter, value);
            case LIST, PHONES -> list(parameter, value);
            case TIME -> time(parameter, value);
            case GROUP -> matching(parameter, value, GROUP_ID, "must end in @g.us");
            case COLOR -> matching(parameter, value, COLOR, "must be a color such as #1A2B3C");
            case OBJECT -> object(parameter, value);
            case CONTENT -> value instanceof CharSequence ? textNode(parameter, value) : object(parameter, value);
        };
    }

    /** The value in the form the API takes, without a look at range, choices and what a text says. */
    static JsonNode readUnchecked(Parameter parameter, Object value) {
        return switch (parameter.type()) {
            case TEXT, PHONE, GROUP, COLOR -> TextNode.valueOf(value.toString());
            case PHONES -> list(parameter.from(0), value);
            default -> read(parameter.between(Integer.MIN_VALUE, Integer.MAX_VALUE), value);
        };
    }

    private static JsonNode textNode(Parameter parameter, Object value) {
        return TextNode.valueOf(text(parameter, value));
    }

    private static JsonNode matching(Parameter parameter, Object value, Pattern pattern, String rule) {
        String text = text(parameter, value);
        if (!pattern.matcher(text).matches()) {
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
        String text = value.toString();
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
        Collection<?> entries = CommaText.entries(value);
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
