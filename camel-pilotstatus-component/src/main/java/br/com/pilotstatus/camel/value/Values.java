/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** Turns the values that routes have at hand into those the API takes. */
public final class Values {

    private Values() {}

    /** The variables as texts; the API takes nothing else. */
    public static Map<String, Object> variables(Map<String, Object> variables, Exchange exchange) {
        Map<String, Object> texts = new LinkedHashMap<>();
        variables.forEach((name, value) -> texts.put(name, variable("variables." + name, value, exchange)));
        return texts;
    }

    /** The variables as JSON has them, whether the API takes that or not. */
    public static Map<String, Object> unchecked(Map<String, Object> variables, Exchange exchange) {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> values.put(name, JsonValues.of("variables." + name, value, exchange)));
        return values;
    }

    private static String variable(String field, Object value, Exchange exchange) {
        String text = TextValues.text(field, value, exchange);
        if (text == null) {
            throw new PilotStatusValidationException(ErrorCode.TEMPLATE_VARIABLE_INVALID, field, "is null");
        }
        if (text.isBlank()) {
            throw new PilotStatusValidationException(ErrorCode.TEMPLATE_VARIABLE_INVALID, field, "must not be blank");
        }
        return text;
    }
}
