/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** <code>toD</code> with values of messages: one endpoint, and no value that becomes part of a URI. */
class DynamicEndpointTest extends SimulatorTestSupport {

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("pilotstatus:send?to=${header.phone}&text=${body}");
                from("direct:plain").to("pilotstatus:send?to=${header.phone}&text=${body}");
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
    void aThousandRecipientsMakeOneEndpoint() {
        for (int i = 0; i < 1000; i++) {
            String phone = "+55119%08d".formatted(80000000 + i);
            assertThat(send("direct:in", "Hi", Map.of("phone", phone)).getException())
                    .isNull();
        }
        assertThat(simulator().ledger().count()).isEqualTo(1000);
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
}
