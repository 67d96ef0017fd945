/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.DocumentedRoutes;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page about Kamelets tells people to write works as it stands there. */
class KameletsPageTest extends SimulatorTestSupport {

    private static final DocumentedRoutes PAGE = new DocumentedRoutes("kamelets.md");

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setToken("0123456789abcdef");
    }

    static List<String> blocks() {
        return PAGE.blocks("yaml");
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyExampleStarts(String yaml) throws Exception {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        context.addService(new VertxPlatformHttpServer(server));
        Form.load(context, yaml.replace("file:invoices", "direct:invoices"));
        assertThat(context.getRoutes())
                .isNotEmpty()
                .allMatch(route -> context.getRouteController()
                        .getRouteStatus(route.getId())
                        .isStarted());
    }

    @Test
    void theOrderOfThePageIsSent() throws Exception {
        Form.load(context, PAGE.block("yaml", "kamelet:pilotstatus-template-sink"));
        assertThat(send("direct:orders", null).getException()).isNull();
        assertThat(onlySend().request().path("variables").toString())
                .isEqualTo("{\"name\":\"Marina\",\"order\":\"1042\",\"total\":\"R$ 189,90\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RAW(Bread & butter + ${body[name]}, 100%)", "Bread ${body[name]}"})
    void aTextThatIsWrittenAsThePageSaysArrivesAsWritten(String text) throws Exception {
        Form.load(context, """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:pilotstatus-send-sink
                            parameters:
                              to: "%s"
                              text: "%s"
                """.formatted(PHONE, text));
        assertThat(send("direct:in", Map.of("name", "a & b")).getException()).isNull();
        assertThat(onlySend().request().path("text").asText())
                .isEqualTo(text.replaceAll("^RAW\\((.*)\\)$", "$1").replace("${body[name]}", "a & b"));
    }

    /** When this fails, Camel has mended it, and the page need not warn any more. */
    @Test
    void thisCamelHandsPropertiesOfAPipeOnPercentEncoded() throws Exception {
        Form.load(context, """
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: encoded
                spec:
                  source:
                    uri: direct:in
                  sink:
                    ref:
                      kind: Kamelet
                      apiVersion: camel.apache.org/v1
                      name: pilotstatus-send-sink
                    properties:
                      to: "%s"
                """.formatted(PHONE));
        Exchange refused = send("direct:in", "Hi");
        assertThat(refused.getException()).hasMessageContaining("must be a phone number");
    }
}
