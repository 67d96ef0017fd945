/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.receive.WebhookRuntime;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhook requests are counted by the answer they got. */
class WebhookMetricsTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getRegistry().bind("meters", meters);
                from(WebhookRuntime.FROM).to("mock:route");
            }
        });
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    private double requests(String answer) {
        Counter counter = meters.find("camel.pilotstatus.webhook.requests")
                .tag("answer", answer)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void anEventThatTheRouteTookIsCounted() {
        assertAnswer(runtime.event(EVENT), 200);
        assertThat(requests("OK")).isEqualTo(1);
    }

    @Test
    void aRequestWithoutTheTokenIsCountedAsUnauthorized() {
        assertAnswer(runtime.request().POST(BodyPublishers.ofString(EVENT)), 401);
        assertThat(requests("UNAUTHORIZED")).isEqualTo(1);
        assertThat(requests("OK")).isZero();
    }

    @Test
    void anEventThatTheRouteFailedOnIsCountedAsFailed() {
        runtime.mock("route").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("not now");
        });
        assertAnswer(runtime.event(EVENT), 500);
        assertThat(requests("FAILED")).isEqualTo(1);
    }

    @Test
    void noTagTellsOfTheRequest() {
        assertAnswer(runtime.event(EVENT), 200);
        assertThat(meters.find("camel.pilotstatus.webhook.requests").counters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.getId().getTags())
                        .extracting("key")
                        .containsExactlyInAnyOrder("answer", "camelContext", "component"));
    }
}
