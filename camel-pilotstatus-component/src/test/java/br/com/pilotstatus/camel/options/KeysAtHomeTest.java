/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The component's keys go to the component's address, whatever a text makes of the address of an endpoint. */
class KeysAtHomeTest extends SimulatorTestSupport {

    private RecordingServer foreign;

    @BeforeEach
    void startForeign() throws IOException {
        foreign = new RecordingServer();
    }

    @AfterEach
    void stopForeign() {
        foreign.close();
    }

    @Override
    public CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getRegistry().bind("tls", new SSLContextParameters());
        return created;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String spliced = "pilotstatus:send?to=" + PHONE + "&text=${body}";
                from("direct:recipientList").recipientList(simple(spliced));
                from("direct:routingSlip").routingSlip(simple(spliced));
                from("direct:dynamicRouter")
                        .setProperty("next", simple(spliced))
                        .dynamicRouter(method(Once.class, "next"));
                from("direct:enrich").enrich().simple(spliced).allowOptimisedComponents(false);
                from("direct:toD").toD().uri(spliced).allowOptimisedComponents(false);
            }
        };
    }

    /** A router that sends an exchange on once. */
    public static class Once {
        public String next(Exchange exchange) {
            return exchange.removeProperty("next") instanceof String uri ? uri : null;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipientList", "routingSlip", "dynamicRouter", "enrich", "toD"})
    void aTextThatNamesAnAddressIsToldNoKey(String eip) {
        Exchange exchange = send("direct:" + eip, "hi&baseUrl=" + foreign.url());
        assertThat(exchange.getException())
                .hasStackTraceContaining("The option baseUrl leads elsewhere than the component's");
        assertThat(foreign.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base-url", "BASEURL", "b%61seUrl"})
    void noSpellingGetsAroundIt(String name) {
        Exchange exchange = send("direct:recipientList", "hi&" + name + "=" + foreign.url());
        assertThat(exchange.getException()).isNotNull();
        assertThat(foreign.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "baseUrl=https://other.example/v1, baseUrl",
        "proxyHost=other.example&proxyPort=1, proxyHost",
        "sslContextParameters=#tls, sslContextParameters"
    })
    void whateverLeadsElsewhereNeedsAKeyOfItsOwn(String options, String named) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:send?" + options))
                .hasMessageContaining("The option " + named + " leads elsewhere than the component's")
                .hasMessageContaining("give this endpoint its own apiKey, apiKeyId or accountKey");
    }

    @Test
    void anEndpointWithAKeyOfItsOwnTakesNoneOfTheComponents() {
        PilotStatusComponent component = context.getComponent("pilotstatus", PilotStatusComponent.class);
        component.getConfiguration().setAccountKey("ps_account");
        foreign.answer(request -> new RecordingServer.Reply(200, "[]"));
        send("pilotstatus:templates-list?apiKey=ps_own&baseUrl=" + foreign.url(), null);
        assertThat(foreign.only().key()).isEqualTo("ps_own");
        Exchange exchange = send("pilotstatus:projects-list?apiKey=ps_own&baseUrl=" + foreign.url(), null);
        assertThat(exchange.getException()).isNull();
        assertThat(foreign.requests()).noneMatch(request -> "ps_account".equals(request.key()));
    }

    @Test
    void theNextProxyIsNotToldThePasswordOfTheComponents() {
        PilotStatusConfiguration options =
                context.getComponent("pilotstatus", PilotStatusComponent.class).getConfiguration();
        options.setProxyHost("proxy.example");
        options.setProxyPort(1);
        options.setProxyUsername("user");
        options.setProxyPassword("password");
        PilotStatusEndpoint endpoint = context.getEndpoint(
                "pilotstatus:send?apiKey=ps_own&proxyHost=other.example&proxyPort=1", PilotStatusEndpoint.class);
        assertThat(endpoint.getConfiguration().getProxyUsername()).isNull();
        assertThat(endpoint.getConfiguration().getProxyPassword()).isNull();
    }

    @Test
    void anotherServiceIsNotToldTheTokenOfTheComponent() {
        context.getComponent("pilotstatus", PilotStatusComponent.class)
                .getConfiguration()
                .setToken("component-token-0123");
        assertThatThrownBy(() -> context.getEndpoint(
                        "pilotstatus:webhook?autoRegister=true&publicUrl=https://a.example/x&events=*"
                                + "&apiKey=ps_own&baseUrl=https://other.example/v1"))
                .hasMessageContaining("give this endpoint its own token");
    }

    @Test
    void whereNobodyIsAskedForATokenNoneIsToBeGiven() {
        context.getComponent("pilotstatus", PilotStatusComponent.class)
                .getConfiguration()
                .setToken("component-token-0123");
        assertThat(context.getEndpoint("pilotstatus:webhook?autoRegister=true&publicUrl=https://a.example/x&events=*"
                        + "&apiKey=ps_own&baseUrl=https://other.example/v1&verify=hmac&secret=own-secret-01234"))
                .isNotNull();
    }

    @Test
    void theAddressOfTheComponentIsItsOwnInAnyForm() {
        send("pilotstatus:send?to=" + PHONE + "&baseUrl=" + simulator().baseUrl() + "/", "Hi", Map.of());
        assertThat(onlySend().destination().is(PHONE)).isTrue();
    }

    @Test
    void theKeyOfAnotherNumberTakesThePlaceOfTheComponents() {
        PilotStatusEndpoint endpoint =
                context.getEndpoint("pilotstatus:send?apiKeyId=other", PilotStatusEndpoint.class);
        assertThat(endpoint.getConfiguration().getApiKey()).isNull();
    }
}
