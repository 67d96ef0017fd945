/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Applications that share an inbox, on the default path. */
class WebhookScopeTest {

    private static final String A = "tkn-a-3f9c2a71d04be865";
    private static final String B = "tkn-b-3f9c2a71d04be865";

    private final MemoryClaimStore inbox = new MemoryClaimStore();

    @Test
    void noneSwallowsTheEventsOfAnother() throws Exception {
        assertThat(runs("token=" + A, A, EVENT, 200)).isEqualTo(1);
        assertThat(runs("token=" + B, B, EVENT, 200)).isEqualTo(1);
    }

    @Test
    void nodesOfOneApplicationShareTheirs() throws Exception {
        assertThat(runs("token=" + A, A, EVENT, 200)).isEqualTo(1);
        assertThat(runs("token=" + A, A, EVENT, 200)).isZero();
    }

    @Test
    void anEventRunsOnceThoughTheTokenIsRotatedMeanwhile() throws Exception {
        assertThat(runs("token=" + A, A, EVENT, 200)).isEqualTo(1);
        assertThat(runs("token=" + A + "," + B, A, EVENT, 200)).isZero();
        assertThat(runs("token=" + B, B, EVENT, 200)).isZero();
    }

    @Test
    void whatWasDoneUnderAKeyOfThePathAloneDoesNotRunAgain() throws Exception {
        String old = "/pilotstatus/webhook|message.received|cmq1xa9p20002v8l2in000001|";
        inbox.claim(old, "", Duration.ofMinutes(1));
        inbox.done(old, "");

        assertThat(runs("token=" + A, A, EVENT, 200)).isZero();
    }

    @Test
    void anEventThatIsTooOldIsRefused() throws Exception {
        String event = EVENT.replace("\"data\":{", "\"data\":{\"createdAt\":\"%s\",");

        assertThat(runs(
                        "maxEventAge=1h&token=" + A,
                        A,
                        event.formatted(Instant.now().minusSeconds(3700)),
                        400))
                .isZero();
        assertThat(runs(
                        "maxEventAge=1h&token=" + A,
                        A,
                        event.formatted(Instant.now().minusSeconds(3500)),
                        200))
                .isEqualTo(1);
    }

    @Test
    void anEventThatDoesNotSayWhenItHappenedHasAnyAge() throws Exception {
        assertThat(runs("maxEventAge=1h&token=" + A, A, EVENT, 200)).isEqualTo(1);
    }

    @Test
    void aNameThatStandsTwiceInAnObjectIsRefused() throws Exception {
        assertThat(runs("token=" + A, A, EVENT.replace("\"type\"", "\"from\":\"+551\",\"type\""), 400))
                .isZero();
    }

    private int runs(String options, String token, String event, int status) throws Exception {
        try (WebhookRuntime runtime = WebhookRuntime.withServer()) {
            runtime.context().getRegistry().bind("inbox", inbox);
            RouteBuilder.addRoutes(
                    runtime.context(),
                    route -> route.from("pilotstatus:webhook?inbox=#inbox&" + options)
                            .to("mock:runs"));
            runtime.context().start();
            assertAnswer(
                    runtime.request().header("X-Webhook-Token", token).POST(BodyPublishers.ofString(event)), status);
            return runtime.mock("runs").getReceivedCounter();
        }
    }
}
