/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Language;

/** The options of an endpoint that may hold expressions, compiled once. */
public final class OptionValues {

    private final Map<String, ValueExpression> values = new HashMap<>();
    private final Map<String, Function<Exchange, Object>> lists = new HashMap<>();
    private final Language simple;

    /** No options yet. */
    public OptionValues(CamelContext context) {
        this.simple = context.resolveLanguage("simple");
    }

    /** Adds an option; one that is not set is left out. */
    public OptionValues add(String option, Object value) {
        if (value != null) {
            values.put(option, ValueExpression.compile(option, value.toString(), simple::createExpression));
        }
        return this;
    }

    /** Adds an option that is a list; one that is not set is left out. */
    public OptionValues addList(String option, Object value) {
        if (value != null) {
            lists.put(option, ListOption.compile(option, value.toString(), simple::createExpression));
        }
        return this;
    }

    /** Adds an option that names buttons; one that is not set is left out. */
    public OptionValues addButtons(String option, String value) {
        if (value != null) {
            lists.put(option, ButtonOption.compile(option, value, simple::createExpression));
        }
        return this;
    }

    /** Whether the option is set. */
    public boolean has(String option) {
        return values.containsKey(option) || lists.containsKey(option);
    }

    /** The option's value for an exchange; null when the option is not set. */
    public Object get(String option, Exchange exchange) {
        Function<Exchange, Object> list = lists.get(option);
        if (list != null) {
            return list.apply(exchange);
        }
        ValueExpression value = values.get(option);
        return value == null ? null : value.evaluate(exchange);
    }

    /** The option's value as text; null when the option is not set. */
    public String text(String option, Exchange exchange) {
        ValueExpression value = values.get(option);
        return value == null ? null : value.text(exchange);
    }
}
