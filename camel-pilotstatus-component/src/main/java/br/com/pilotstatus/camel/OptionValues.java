/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.send.ValueExpression;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Language;

/** The options of an endpoint that may hold expressions, compiled once. */
final class OptionValues {

    private final Map<String, ValueExpression> values = new HashMap<>();
    private final Language simple;

    OptionValues(CamelContext context) {
        this.simple = context.resolveLanguage("simple");
    }

    /** Adds an option; one that is not set is left out. */
    OptionValues add(String option, Object value) {
        if (value != null) {
            values.put(option, ValueExpression.compile(option, value.toString(), simple::createExpression));
        }
        return this;
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    /** The option's value for an exchange; null when the option is not set. */
    Object get(String option, Exchange exchange) {
        ValueExpression value = values.get(option);
        return value == null ? null : value.evaluate(exchange);
    }

    /** The option's value as text; null when the option is not set. */
    String text(String option, Exchange exchange) {
        ValueExpression value = values.get(option);
        return value == null ? null : value.text(exchange);
    }
}
