/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the values that routes have at hand into those the API takes. */
final class Values {

    private Values() {}

    /** The variables as texts; the API takes nothing else. */
    static Map<String, Object> variables(Map<String, Object> variables) {
        Map<String, Object> texts = new LinkedHashMap<>();
        variables.forEach((name, value) -> texts.put(name, variable("variables." + name, value)));
        return texts;
    }

    private static String variable(String field, Object value) {
        if (value == null) {
            throw new PilotStatusValidationException(ErrorCode.TEMPLATE_VARIABLE_INVALID, field, "is null");
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
            String text = value.toString();
            if (text.isBlank()) {
                throw new PilotStatusValidationException(
                        ErrorCode.TEMPLATE_VARIABLE_INVALID, field, "must not be blank");
            }
            return text;
        }
        if (value instanceof Number number) {
            return wholeNumber(field, number);
        }
        throw new PilotStatusValidationException(
                ErrorCode.TEMPLATE_VARIABLE_INVALID,
                field,
                "must be text or a whole number, not a " + value.getClass().getSimpleName());
    }

    /** Only whole numbers have one way to be written; a price or a rate is for the route to format. */
    private static String wholeNumber(String field, Number number) {
        try {
            BigInteger whole =
                    number instanceof BigInteger big ? big : new BigDecimal(number.toString()).toBigIntegerExact();
            return whole.toString();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new PilotStatusValidationException(
                    ErrorCode.TEMPLATE_VARIABLE_INVALID, field, "is a number with a fraction: format it as text");
        }
    }
}
