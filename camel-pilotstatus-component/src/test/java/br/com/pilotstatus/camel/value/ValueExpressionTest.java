/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
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
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${trim(${header.name})} | Ana",
                "${uppercase(${trim(${header.name})})} | ANA",
                "Dear ${capitalize(${header.small})}! | Dear Ana!",
                "${replace('n','m',${header.small})} | ama",
                "${replace('}','{',${header.brace})} | a{b",
                "${trim(${replace('}','-',${header.brace})})} | a-b",
                "${replace(\"}\",',',${header.brace})} | a,b",
                "${header[a}b]} | strange",
                "${headers['a}b']} | strange",
                "${body[it's]} | apostrophe",
                "${body['class']} | 7 B",
                "${header.${header.which}} | ana",
                "${body[${header.which}]} | of the body",
                "${substring(1,1,${header.small})} | n",
                "${substringBefore(${header.small},'a')} | ``",
                "${concat(${header.small},${header.small},'-')} | ana-ana",
                "${pad(${header.small},-5,'.')} | ..ana",
                "${iif(${header.small} == 'ana', yes, no)} | yes",
                "${length(${header.small})} | 3",
                "${sum(2,3)} | 5",
                "${header.small.toUpperCase()} | ANA",
                "${header.small.substring(0,2)} | an",
                "${header.small.replace('a','.')} | .n.",
                "${header.order[customer][name]} | Bia",
                "${exception?.cause?.message} | inside",
                "${in.header.small} | ana",
                "${in.body[small]} | of the body",
                "${exception.message} | broken",
                "${exchangeProperty[shop]} | Norte",
                "${variable.order} | 7",
                "${headerAs('small',String)} | ana",
                "${date:header.day:yyyy} | 1970",
                "${jsonpath($.a[?(@.b == 'c')].d)} | [e]",
                "${jsonpath(header:json,$.a[0].d)} | e",
                "$simple{uppercase($simple{header.small})} | ANA"
            })
    void functionsThatReadTheExchangeOrComputeAreUsedAloneAndInsideEachOther(String text, String expected) {
        exchange.getMessage()
                .setHeaders(new HashMap<>(Map.of(
                        "name", " Ana ",
                        "small", "ana",
                        "which", "small",
                        "brace", "a}b",
                        "a}b", "strange",
                        "json", "{\"a\":[{\"b\":\"c\",\"d\":\"e\"}]}",
                        "day", Date.from(Instant.ofEpochMilli(86_400_000L)),
                        "order", Map.of("customer", Map.of("name", "Bia")))));
        exchange.getMessage()
                .setBody(Map.of(
                        "it's",
                        "apostrophe",
                        "class",
                        "7 B",
                        "small",
                        "of the body",
                        "a",
                        List.of(Map.of("b", "c", "d", "e"))));
        exchange.setVariable("order", 7);
        exchange.setProperty("shop", "Norte");
        exchange.setException(new IllegalStateException("broken", new RuntimeException("inside")));
        assertThat(evaluate(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${exchangeId}",
                "${id}",
                "${uuid}",
                "${uuid(short)}",
                "${random(1,9)}",
                "${hash(${exchangeId})}",
                "${date:now:yyyy-MM-dd HH:mm}",
                "${date-with-timezone:now:America/Sao_Paulo:HH:mm}"
            })
    void whatTellsExchangesAndTimesApartIsUsed(String text) {
        assertThat(evaluate("order-" + text).toString()).hasSizeGreaterThan("order-".length());
    }

    @Test
    void whatAFunctionIsGivenIsNotReadForExpressionsAgain() {
        exchange.getMessage().setHeader("name", "${header.secret} ${sys.user.dir}");
        assertThat(evaluate("${trim(${header.name})}")).isEqualTo("${header.secret} ${sys.user.dir}");
        assertThat(evaluate("${concat('Hi ',${header.name})}")).isEqualTo("Hi ${header.secret} ${sys.user.dir}");
        assertThat(evaluate("${iif(${header.name} != null, ${header.name}, 'x')}"))
                .isEqualTo("${header.secret} ${sys.user.dir}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${bean:thing}",
                "${ref:thing}",
                "${type:java.lang.Runtime}",
                "${env:HOME}",
                "${env.HOME}",
                "${sys.user.home}",
                "${sysenv.HOME}",
                "${sysenv:HOME}",
                "${camelContext.name}",
                "${camelId}",
                "${hostname}",
                "${properties:key}",
                "${propertiesExist:key}",
                "${exchange}",
                "${exchange.context.registry}",
                "${exchangePropertyFoo}",
                "${bodyType}",
                "${messageAs(String)}",
                "${file:name}",
                "${date:file:yyyy}",
                "${load(file:/etc/passwd)}",
                "${function(mine)}",
                "${mine(1)}",
                "${setHeader('CamelPilotStatusTo','+1')}",
                "${setVariable('a','b')}",
                "${throwException('no')}",
                "${xpath(/a)}",
                "${uuid(myGenerator)}",
                "${kindOfType(${body})}",
                "${bodyAs(java.lang.Class)}",
                "${bodyAs(java.io.File)}",
                "${mandatoryBodyAs(com.example.Order).name}",
                "${headerAs('a',java.lang.Class)}",
                "${convertTo(${body},java.lang.Class)}",
                "${bodyAs(String).class}",
                "${body.class}",
                "${body.class.name}",
                "${body.getClass()}",
                "${body.getClass().getClassLoader()}",
                "${body.getClass.forName('java.lang.Runtime')}",
                "${body['a].class.x['b].c}",
                "${body.cl'a'ss}",
                "${body.'class'}",
                "${body.get(java.lang.Runtime.class)}",
                "${header.a.class}",
                "${header.a[0].class.classLoader}",
                "${header.a?.class}",
                "${variable.a.context}",
                "${exchangeProperty.a.camelContext}",
                "${exception.class.name}",
                "${body.delete}",
                "${body.delete()}",
                "${body.setName('x')}",
                "${body.put('a','b')}",
                "${body.get(#bean:thing)}",
                "${body.get(${bean:thing})}",
                "${body.${header.method}}",
                "${trim(${bean:thing})}",
                "${trim(${header.a}${sys.user.home})}",
                "${replace('a','b',${properties:key})}",
                "${iif(${bean:thing}, 'a', 'b')}",
                "${iif(${body} is 'java.lang.Runtime', 'a', 'b')}",
                "${body ? sys.user.home : 'b'}",
                "${body?sys.user.home:type}",
                "${header[a?sys.user.home:b]}",
                "${trim(${header['a?sys.user.home:b']})}",
                "${trim(resource:file:/etc/passwd)}",
                "${trim('res'ource:file:/etc/passwd')}",
                "${trim($'{bean:thing})}",
                "${trim('$'{bean:thing}')}",
                "${trim($init{ $a := ${bean:thing} }init$ $a)}",
                "${trim('a' ~> ${uppercase()})}",
                "${header.a'b${bean:thing}'}",
                "${header[${bean:thing}]}",
                "${header.${sys.user.home}}",
                "${jsonpath($.a[?(@.b == ${sys.user.home})])}",
                "${groovy:1}",
                "${}",
                "$simple{bean:thing}",
                "${trim($simple{bean:thing})}"
            })
    void whatReachesBeyondTheExchangeIsRefused(String text) {
        assertThatThrownBy(() -> evaluate(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option 'to'")
                .hasMessageContaining("only functions that read the exchange or compute")
                .hasMessageContaining("setVariable");
    }

    @Test
    void anExpressionHasABound() {
        assertThatThrownBy(() -> evaluate("${body" + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void nestingHasAnEnd() {
        assertThatThrownBy(() -> evaluate("${trim(".repeat(10_000) + ")}".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void aFailureDoesNotQuoteTheExchange() {
        exchange.getMessage().setBody(Map.of("phone", "+5511988887777"));
        assertThatThrownBy(() -> evaluate("${body[phone].missing}"))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("${body[phone].missing} failed")
                .hasNoCause()
                .hasMessageNotContaining("98888");
    }

    @Test
    void anExpressionThatDoesNotEndIsRefused() {
        assertThatThrownBy(() -> evaluate("${header.phone")).hasMessageContaining("closing brace");
    }
}
