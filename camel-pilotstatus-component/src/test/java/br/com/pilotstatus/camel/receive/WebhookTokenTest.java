/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.PATH;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTokenTest {

    private static final String OLD_TOKEN = "old-7b1e5d90c2f4a836";
    private static final String NEW_TOKEN = "new+/=&c2f4a8367b1e5d";

    private static WebhookRuntime runtime;

    @BeforeAll
    static void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM).to("mock:route");
                from("pilotstatus:webhook?path=/rotated&token=RAW(" + OLD_TOKEN + ", " + NEW_TOKEN + ")")
                        .to("mock:rotated");
                from("pilotstatus:webhook?path=/open&verify=none").to("mock:open");
                from("pilotstatus:webhook?path=/both&secret=some-secret-of-length&token=" + TOKEN)
                        .to("mock:both");
            }
        });
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void forget() {
        runtime.mock("route").reset();
    }

    @Test
    void theTokenIsAcceptedInTheQuery() {
        assertAnswer(json(PATH + "?token=" + TOKEN).POST(BodyPublishers.ofString(EVENT)), 200);
    }

    @Test
    void theTokenIsAcceptedInTheHeader() {
        assertAnswer(json(PATH).header("x-webhook-token", TOKEN).POST(BodyPublishers.ofString(EVENT)), 200);
    }

    @Test
    void noTokenIsUnauthorized() {
        assertAnswer(runtime.request().POST(BodyPublishers.ofString(EVENT)), 401);
        assertThat(runtime.mock("route").getExchanges()).isEmpty();
    }

    @Test
    void aWrongTokenIsUnauthorized() {
        assertAnswer(json(PATH + "?token=" + TOKEN + "x").POST(BodyPublishers.ofString(EVENT)), 401);
        assertThat(runtime.mock("route").getExchanges()).isEmpty();
    }

    @Test
    void aTokenInTheBodyIsUnauthorized() {
        assertAnswer(runtime.request().POST(BodyPublishers.ofString(EVENT.replace("Hello", TOKEN))), 401);
    }

    @Test
    void theBeginningOfTheTokenIsUnauthorized() {
        assertAnswer(json(PATH + "?token=" + TOKEN.substring(0, 19)).POST(BodyPublishers.ofString(EVENT)), 401);
    }

    @Test
    void anEmptyTokenIsUnauthorized() {
        assertAnswer(json(PATH + "?token=").POST(BodyPublishers.ofString(EVENT)), 401);
    }

    @Test
    void duringRotationTheOldTokenStillHolds() {
        assertAnswer(json("/rotated?token=" + OLD_TOKEN).POST(BodyPublishers.ofString(EVENT)), 200);
    }

    @Test
    void duringRotationTheNewTokenHoldsAlready() {
        assertAnswer(json("/rotated").header("X-Webhook-Token", NEW_TOKEN).POST(BodyPublishers.ofString(EVENT)), 200);
    }

    @Test
    void duringRotationTheTwoTokensTogetherAreUnauthorized() {
        assertAnswer(
                json("/rotated")
                        .header("X-Webhook-Token", OLD_TOKEN + ", " + NEW_TOKEN)
                        .POST(BodyPublishers.ofString(EVENT)),
                401);
    }

    @Test
    void verificationThatWasGivenUpAcceptsAnybody() {
        assertAnswer(json("/open").POST(BodyPublishers.ofString(EVENT)), 200);
    }

    @Test
    void withTokenAndSecretTheTokenAloneIsUnauthorized() {
        assertAnswer(json("/both?token=" + TOKEN).POST(BodyPublishers.ofString(EVENT)), 401);
    }

    private static HttpRequest.Builder json(String pathAndQuery) {
        return runtime.to(pathAndQuery).header("Content-Type", "application/json");
    }
}
