/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;

/**
 * The value of an option: literal text, or text with Simple expressions in it. Compiled once, from what the author of the
 * route wrote; a value that an expression yields is never looked at again for expressions.
 */
public final class ValueExpression {

    private static final Pattern START = Pattern.compile("\\$(?:simple)?\\{");
    /** What reads the exchange and nothing else: no beans, no files, no environment. */
    private static final Pattern ALLOWED = Pattern.compile(
            "(?:headers?|body|bodyAs|mandatoryBodyAs|variables?|exchangeProperty|date)(?:[.:\\[(?].*)?");

    private final String option;
    private final List<Part> parts;

    private ValueExpression(String option, List<Part> parts) {
        this.option = option;
        this.parts = parts;
    }

    private interface Part {
        Object value(Exchange exchange);
    }

    /** Whether a text holds an expression. */
    public static boolean isExpression(String text) {
        return START.matcher(text).find();
    }

    /**
     * Compiles the value of an option.
     *
     * @param option name of the option, for errors
     * @param text   what the author wrote
     * @param simple makes an expression of Simple text
     */
    public static ValueExpression compile(String option, String text, Function<String, Expression> simple) {
        List<Part> parts = new ArrayList<>();
        Matcher start = START.matcher(text);
        int position = 0;
        while (start.find(position)) {
            addLiteral(parts, text.substring(position, start.start()));
            int end = text.indexOf('}', start.end());
            if (end < 0) {
                throw new IllegalArgumentException(
                        "Option '" + option + "' has an expression without its closing brace");
            }
            String function = text.substring(start.end(), end);
            requireAllowed(option, function);
            parts.add(evaluated(option, function, simple.apply("${" + function + "}")));
            position = end + 1;
        }
        addLiteral(parts, text.substring(position));
        return new ValueExpression(option, List.copyOf(parts));
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(exchange -> text);
        }
    }

    private static void requireAllowed(String option, String function) {
        if (function.contains("{") || !ALLOWED.matcher(function.trim()).matches()) {
            throw new IllegalArgumentException("Option '" + option + "' has the expression ${" + function
                    + "}: only header, body, variable, exchangeProperty and date may be used, and not nested");
        }
    }

    private static Part evaluated(String option, String function, Expression expression) {
        return exchange -> {
            Object value = expression.evaluate(exchange, Object.class);
            if (value == null) {
                throw new PilotStatusValidationException(
                        ErrorCode.EXPRESSION_NULL, option, "has no value: ${" + function + "} is null");
            }
            return value;
        };
    }

    /**
     * The value for an exchange: of its own type when the option is one expression, else text.
     *
     * @throws PilotStatusValidationException when an expression yields null
     */
    public Object evaluate(Exchange exchange) {
        if (parts.size() == 1) {
            return parts.get(0).value(exchange);
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(text(exchange, part.value(exchange)));
        }
        return text.toString();
    }

    private String text(Exchange exchange, Object value) {
        String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, value);
        if (text == null) {
            throw new PilotStatusValidationException(
                    ErrorCode.VALUE_TYPE,
                    option,
                    "cannot be made text: an expression gave a "
                            + value.getClass().getSimpleName());
        }
        return text;
    }
}
