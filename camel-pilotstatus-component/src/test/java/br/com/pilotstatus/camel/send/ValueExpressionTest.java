/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueExpressionTest {

    private CamelContext context;
    private Exchange exchange;

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        context.start();
        exchange = new DefaultExchange(context);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Object evaluate(String text) {
        return ValueExpression.compile("to", text, context.resolveLanguage("simple")::createExpression)
                .evaluate(exchange);
    }

    @Test
    void literalTextIsItself() {
        assertThat(evaluate("Order 10% off, {not} an expression")).isEqualTo("Order 10% off, {not} an expression");
    }

    @Test
    void aHeaderIsRead() {
        exchange.getMessage().setHeader("phone", "+5511988887777");
        assertThat(evaluate("${header.phone}")).isEqualTo("+5511988887777");
    }

    @Test
    void anEntryOfAMapBodyIsRead() {
        exchange.getMessage().setBody(Map.of("name", "Ana"));
        assertThat(evaluate("${body[name]}")).isEqualTo("Ana");
    }

    @Test
    void aVariableAndAnExchangePropertyAreRead() {
        exchange.setVariable("order", 7);
        exchange.setProperty("shop", "Norte");
        assertThat(evaluate("${variable.order} at ${exchangeProperty.shop}")).isEqualTo("7 at Norte");
    }

    @Test
    void theFormThatSpringLeavesAloneIsRead() {
        exchange.getMessage().setHeader("phone", "1");
        assertThat(evaluate("$simple{header.phone}")).isEqualTo("1");
    }

    @Test
    void oneExpressionKeepsItsType() {
        exchange.getMessage().setHeader("labels", List.of("vip", "sp"));
        assertThat(evaluate("${header.labels}")).isEqualTo(List.of("vip", "sp"));
    }

    @Test
    void aValueIsNotReadForExpressionsAgain() {
        exchange.getMessage().setHeader("name", "${header.secret}");
        exchange.getMessage().setHeader("secret", "hidden");
        assertThat(evaluate("Hi ${header.name}")).isEqualTo("Hi ${header.secret}");
    }

    @Test
    void aNullIsAnErrorThatNamesOptionAndExpression() {
        assertThatThrownBy(() -> evaluate("Hi ${header.name}"))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessage("'to' has no value: ${header.name} is null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${bean:thing}",
                "${type:java.lang.Runtime}",
                "${env:HOME}",
                "${sysenv.HOME}",
                "${camelContext.name}",
                "${properties:key}",
                "${exception.message}",
                "${file:name}",
                "${header.${body}}",
                "$simple{bean:thing}"
            })
    void whatReachesBeyondTheExchangeIsRefused(String text) {
        assertThatThrownBy(() -> evaluate(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option 'to'")
                .hasMessageContaining("only header, body, variable, exchangeProperty and date");
    }

    @Test
    void anExpressionThatDoesNotEndIsRefused() {
        assertThatThrownBy(() -> evaluate("${header.phone")).hasMessageContaining("closing brace");
    }
}
