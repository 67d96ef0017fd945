/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** <code>toD</code> with values of messages: one endpoint, and no value that becomes part of a URI. */
class DynamicEndpointTest extends SimulatorTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("pilotstatus:send?to=${header.phone}&text=${body}");
                from("direct:plain").to("pilotstatus:send?to=${header.phone}&text=${body}");
                from("direct:operation").toD("pilotstatus:${header.operation}");
                from("direct:both").toD("pilotstatus:${header.operation}?text=${body}");
                from("direct:key").toD("pilotstatus:send?api-key=${variable.key}&bodyAs=text");
                from("direct:keyAndText").toD("pilotstatus:send?apiKey=${variable.key}&to=${header.phone}");
                from("direct:beyond").toD("pilotstatus:send?to=${camelId}");
                from("direct:address").toD("pilotstatus:send?to=" + PHONE + "&baseUrl=${header.url}");
            }
        };
    }

    private long endpoints() {
        return context.getEndpoints().stream()
                .map(Endpoint::getEndpointUri)
                .filter(uri -> uri.startsWith("pilotstatus:"))
                .count();
    }

    @Test
    void aHundredRecipientsMakeOneEndpoint() {
        for (int i = 0; i < 100; i++) {
            String phone = "+55119%08d".formatted(80000000 + i);
            assertThat(send("direct:in", "Hi", Map.of("phone", phone)).getException())
                    .isNull();
        }
        assertThat(simulator().ledger().count()).isEqualTo(100);
        assertThat(endpoints()).isEqualTo(1);
    }

    @Test
    void aTextCannotRedirectTheKey() {
        String text = "x&baseUrl=http://127.0.0.1:9/v1&apiKey=stolen&to=+5511900000000";
        assertThat(send("direct:in", text, Map.of("phone", PHONE)).getException())
                .isNull();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(text);
        assertThat(onlySend().destination().is(PHONE)).isTrue();
    }

    @Test
    void aTextIsNotEvaluated() {
        send("direct:in", "${header.phone} ${bean:x}", Map.of("phone", PHONE));
        assertThat(onlySend().request().path("text").asText()).isEqualTo("${header.phone} ${bean:x}");
    }

    /** Unlike <code>toD</code>, where Camel itself looks for placeholders in what the expression gave. */
    @Test
    void aTextOfAPlainEndpointIsNotEvenReadForPlaceholders() {
        send("direct:plain", "{{secret}} ${bean:x}", Map.of("phone", PHONE));
        assertThat(onlySend().request().path("text").asText()).isEqualTo("{{secret}} ${bean:x}");
    }

    @Test
    void anExpressionBeyondTheExchangeIsRefused() {
        Exchange exchange = send("direct:beyond", "Hi");
        assertThat(exchange.getException())
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining(
                        "Option 'to' has the expression ${camelId}: only functions that read the exchange");
    }

    @Test
    void theAddressOfTheServiceTakesNoExpression() {
        Exchange exchange = send("direct:address", "Hi", Map.of("url", "http://127.0.0.1:9"));
        assertThat(exchange.getException()).hasRootCauseMessage("The option baseUrl takes no expression");
    }

    @Test
    void theOperationMayBeChosenByTheExchange() {
        Exchange sent = send("direct:operation", "Hi", Map.of("operation", "send", PilotStatusConstants.TO, PHONE));
        assertThat(sent.getException()).isNull();
        sent.getMessage().setHeader("operation", "status");
        Exchange state = template.send("direct:operation", sent);
        assertThat(state.getMessage().getBody(String.class)).contains(onlySend().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send?to=+5511900000000",
                "send?baseUrl=http://127.0.0.1:9&apiKey=own",
                "request?requestPath=/x",
                "send#",
                "//send",
                "sned",
                "{{sys:java.version}}",
                "${header.phone}",
                " "
            })
    void aTextIsNoMoreThanTheNameOfAnOperation(String operation) {
        Exchange exchange = send("direct:operation", "Hi", Map.of("operation", operation));
        assertThat(exchange.getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageStartingWith("'operation' is none of the component's");
        assertThat(simulator().requests().all()).isEmpty();
    }

    @Test
    void aChosenOperationStillNeedsTheWordOfTheAuthor() {
        Exchange exchange = send("direct:operation", "Hi", Map.of("operation", "webhooks-delete"));
        assertThat(exchange.getException()).hasStackTraceContaining("confirm it with the option confirm=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:both", "direct:keyAndText"})
    void aChosenEndpointTakesNoTextOfAMessageIntoItsAddress(String route) {
        Exchange exchange = template.request(route, message -> {
            message.setVariable("key", "ps_x");
            message.getMessage().setHeader("operation", "send");
            message.getMessage().setHeader("phone", PHONE);
            message.getMessage().setBody("Hi");
        });
        assertThat(exchange.getException())
                .hasMessageContaining("give it by header or body, or choose between several 'to' with choice()");
        assertThat(simulator().requests().all()).isEmpty();
    }

    @Test
    void theKeyMayBeChosenByTheExchange() {
        Exchange exchange = sendWithKey(simulator().apiKey());
        assertThat(exchange.getException()).isNull();
        assertThat(onlySend().destination().is(PHONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&to=+5511900000000",
                "%26to=+5511900000000",
                "%2526to=1",
                ")&to=1",
                "#",
                "?to=1",
                " ",
                "{{sys:java.version}}",
                "${body}"
            })
    void aKeyIsNoMoreThanAKey(String more) {
        Exchange exchange = sendWithKey(simulator().apiKey() + more);
        assertThat(exchange.getException())
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("takes letters, digits")
                .hasMessageNotContaining(simulator().apiKey());
        assertThat(simulator().requests().all()).isEmpty();
    }

    private Exchange sendWithKey(String key) {
        return template.request("direct:key", message -> {
            message.setVariable("key", key);
            message.getMessage().setHeader(PilotStatusConstants.TO, PHONE);
            message.getMessage().setBody("Hi");
        });
    }
}
