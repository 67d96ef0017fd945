/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.event.DeliveryVerifier;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A verifier that the application brings, for proofs that are neither token nor HMAC. */
class WebhookVerifierTest {

    private static WebhookRuntime runtime;

    @BeforeAll
    static void start() throws Exception {
        runtime = WebhookRuntime.withServer();
        DeliveryVerifier stamp = delivery -> {
            return delivery.headers("X-Stamp").contains(Integer.toString(delivery.body().length));
        };
        DeliveryVerifier broken = delivery -> {
            throw new IllegalStateException("no key server for " + new String(delivery.body(), UTF_8));
        };
        runtime.context().getRegistry().bind("stamp", stamp);
        runtime.context().getRegistry().bind("broken", broken);
        PilotStatusComponent shared = new PilotStatusComponent();
        shared.getConfiguration().setToken(TOKEN);
        runtime.context().addComponent("shared", shared);
        runtime.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook?path=/stamped&verifier=#stamp").to("mock:stamped");
                from("pilotstatus:webhook?path=/both&verifier=#stamp&token=" + TOKEN)
                        .to("mock:both");
                from("shared:webhook?path=/bean&verify=bean&verifier=#stamp").to("mock:bean");
                from("pilotstatus:webhook?path=/broken&verifier=#broken").to("mock:broken");
            }
        });
        runtime.context().start();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void whatTheBeanBelievesReachesTheRoute() {
        assertAnswer(stamped("/stamped"), 200);
        assertThat(runtime.mock("stamped").getExchanges()).isNotEmpty();
    }

    @Test
    void whatTheBeanDoesNotBelieveIsUnauthorized() {
        assertAnswer(json("/stamped").header("X-Stamp", "1"), 401);
    }

    @Test
    void withATokenBothMustHold() {
        assertAnswer(stamped("/both"), 401);
        assertAnswer(json("/both?token=" + TOKEN), 401);
        assertAnswer(stamped("/both?token=" + TOKEN), 200);
    }

    @Test
    void theBeanAloneDecidesWhenVerifyNamesIt() {
        assertAnswer(stamped("/bean"), 200);
    }

    @Test
    void aBeanThatFailsLetsTheSenderComeAgainAndLogsNothingOfTheRequest() {
        try (LogRecorder log = new LogRecorder()) {
            assertAnswer(stamped("/broken"), 500);

            assertThat(log.lines("IllegalStateException")).isNotEmpty();
            assertThat(log.lines("Hello")).isEmpty();
        }
        assertThat(runtime.mock("broken").getExchanges()).isEmpty();
    }

    private static HttpRequest.Builder stamped(String pathAndQuery) {
        return json(pathAndQuery).header("X-Stamp", Integer.toString(EVENT.getBytes(UTF_8).length));
    }

    private static HttpRequest.Builder json(String pathAndQuery) {
        return runtime.to(pathAndQuery)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EVENT));
    }
}
