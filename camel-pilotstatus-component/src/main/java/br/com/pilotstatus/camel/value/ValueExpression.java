/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.value.ExpressionText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;

/**
 * The value of an option: literal text, or text with Simple expressions in it. Compiled once, from what the author of the
 * route wrote; a value that an expression yields is never looked at again for expressions.
 */
public final class ValueExpression {

    private final String option;
    private final List<Function<Exchange, Object>> parts;

    private ValueExpression(String option, List<Function<Exchange, Object>> parts) {
        this.option = option;
        this.parts = parts;
    }

    /** Whether a text holds an expression. */
    public static boolean isExpression(String text) {
        return ExpressionText.holdsFunction(text);
    }

    /**
     * Compiles the value of an option.
     *
     * @param option name of the option, for errors
     * @param text   what the author wrote
     * @param simple makes an expression of Simple text
     * @throws IllegalArgumentException when an expression does not end, or uses what may not be used
     */
    static ValueExpression compile(String option, String text, Function<String, Expression> simple) {
        return compile(option, ExpressionText.split(option, text), simple);
    }

    static ValueExpression compile(String option, List<Piece> pieces, Function<String, Expression> simple) {
        List<Function<Exchange, Object>> parts = new ArrayList<>();
        for (Piece piece : pieces) {
            Expression function = piece.isFunction() ? simple.apply(piece.text()) : null;
            parts.add(
                    function == null
                            ? exchange -> piece.text()
                            : exchange -> evaluate(option, piece.text(), function, exchange));
        }
        return new ValueExpression(option, parts);
    }

    private static Object evaluate(String option, String function, Expression expression, Exchange exchange) {
        try {
            return required(option, function, expression.evaluate(exchange, Object.class));
        } catch (PilotStatusException e) {
            throw e;
        } catch (RuntimeException e) {
            // Without the cause, whose text may quote the exchange.
            throw new PilotStatusValidationException(
                    ErrorCode.EXPRESSION_FAILED,
                    option,
                    "has no value: " + function + " failed with " + e.getClass().getSimpleName());
        }
    }

    private static <T> T required(String option, String function, T value) {
        if (value == null) {
            throw new PilotStatusValidationException(
                    ErrorCode.EXPRESSION_NULL, option, "has no value: " + function + " is null");
        }
        return value;
    }

    /**
     * The value for an exchange: of its own type when the option is one expression, else text.
     *
     * @throws PilotStatusValidationException when an expression yields null, or what has no text form beside text
     */
    Object evaluate(Exchange exchange) {
        return parts.size() == 1 ? parts.get(0).apply(exchange) : text(exchange);
    }

    /**
     * The value for an exchange as text.
     *
     * @throws PilotStatusValidationException when an expression yields null, or what has no text form
     */
    String text(Exchange exchange) {
        if (parts.size() == 1) {
            return text(parts.get(0).apply(exchange), exchange);
        }
        StringBuilder text = new StringBuilder();
        for (Function<Exchange, Object> part : parts) {
            text.append(text(part.apply(exchange), exchange));
        }
        return text.toString();
    }

    /** A list that a single expression gives; anything else as text. */
    Object listOrText(Exchange exchange) {
        Object value = evaluate(exchange);
        return ListValues.is(value) ? value : text(value, exchange);
    }

    private String text(Object value, Exchange exchange) {
        return required(option, "an expression", TextValues.text(option, value, exchange));
    }
}
