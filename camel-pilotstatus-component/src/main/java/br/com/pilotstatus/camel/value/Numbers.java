/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.math.BigDecimal;

/** Numbers as texts. Only whole numbers have one way to be written; a price or a rate is for the route to format. */
final class Numbers {

    private static final int MAX_DIGITS = 40;
    /** From here on a double, or a float, skips whole numbers, so digits may be lost already. */
    private static final double DOUBLE_IS_EXACT = 1L << 53;

    private static final double FLOAT_IS_EXACT = 1 << 24;

    private Numbers() {}

    static String text(String field, Number number) {
        double exact = number instanceof Float ? FLOAT_IS_EXACT : DOUBLE_IS_EXACT;
        if ((number instanceof Double || number instanceof Float) && !(Math.abs(number.doubleValue()) < exact)) {
            throw invalid(field, "is a number that lost digits in its type: give it as text");
        }
        try {
            BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
            if (decimal.scale() > 0) {
                throw invalid(field, "is a number with a fraction: format it as text");
            }
            if (decimal.precision() - decimal.scale() > MAX_DIGITS) {
                throw invalid(field, "is a number of more than " + MAX_DIGITS + " digits");
            }
            return decimal.toPlainString();
        } catch (NumberFormatException e) {
            // Without the cause, whose text quotes the value.
            throw invalid(
                    field, "is a " + number.getClass().getSimpleName() + ", whose form is unknown: give it as text");
        }
    }

    private static PilotStatusValidationException invalid(String field, String rule) {
        return new PilotStatusValidationException(ErrorCode.VALUE_TYPE, field, rule);
    }
}
