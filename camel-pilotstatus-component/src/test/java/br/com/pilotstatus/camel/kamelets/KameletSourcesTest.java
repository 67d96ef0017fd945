/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sources, as a YAML route and a Pipe use them. */
class KameletSourcesTest extends SimulatorTestSupport {

    private static final String TOKEN = "0123456789abcdef";

    private int serve() throws Exception {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("127.0.0.1");
        server.setBindPort(0);
        VertxPlatformHttpServer http = new VertxPlatformHttpServer(server);
        context.addService(http);
        return http.getPort();
    }

    private Message heard() throws Exception {
        MockEndpoint out = getMockEndpoint("mock:out");
        out.expectedMessageCount(1);
        simulator().inbound().text(PHONE, "Oi & olá");
        out.assertIsSatisfied(SOON.toMillis());
        return out.getReceivedExchanges().get(0).getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyWritesComesByTheWebhookThatIsRegistered(Form form) throws Exception {
        String address = "http://127.0.0.1:" + serve() + "/hooks/wa";
        form.source(
                context,
                "pilotstatus-webhook-source",
                Map.of("path", "/hooks/wa", "token", TOKEN, "autoRegister", "true", "publicUrl", address));
        await().atMost(SOON).until(() -> simulator().webhooks().list().size() == 1);
        Message heard = heard();
        assertThat(heard.getHeader(PilotStatusConstants.EVENT)).isEqualTo("message.received");
        assertThat(new ObjectMapper()
                        .readTree(heard.getBody(String.class))
                        .path("event")
                        .asText())
                .isEqualTo("message.received");
        assertThat(context.resolveLanguage("simple")
                        .createExpression("${body.text}")
                        .evaluate(heard.getExchange(), String.class))
                .isEqualTo("Oi & olá");
    }

    @Test
    void aPipeMakesACloudEventOfIt() throws Exception {
        String address = "http://127.0.0.1:" + serve() + "/pilotstatus/webhook";
        simulator().webhooks().create(simulator().numberId(), address + "?token=" + TOKEN, "*");
        Form.load(context, """
                apiVersion: camel.apache.org/v1
                kind: Pipe
                metadata:
                  name: cloudevents
                spec:
                  source:
                    uri: "kamelet:pilotstatus-webhook-source?token=%s"
                    dataTypes:
                      out:
                        format: "pilotstatus:application-cloudevents"
                  sink:
                    uri: mock:out
                """.formatted(TOKEN));
        assertThat(heard().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE))
                .isEqualTo("br.com.pilotstatus.message.received");
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyWritesComesByPolling(Form form) throws Exception {
        form.source(context, "pilotstatus-messages-source", Map.of("delay", "50", "subscriptionName", "support"));
        assertThat(heard().getHeader(PilotStatusConstants.EVENT)).isEqualTo("message.received");
    }
}
