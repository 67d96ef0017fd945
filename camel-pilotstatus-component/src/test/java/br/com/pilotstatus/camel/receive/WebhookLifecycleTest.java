/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.camel.PilotStatusWebhookConsumer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.RouteController;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookLifecycleTest {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private WebhookRuntime runtime;
    private RouteController routes;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM)
                        .routeId("receiver")
                        .filter(simple("${body.text} == 'slow'"))
                        .process(exchange -> {
                            entered.countDown();
                            assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
                        })
                        .end()
                        .to("mock:route");
            }
        });
        routes = runtime.context().getRouteController();
    }

    @AfterEach
    void stop() {
        release.countDown();
        runtime.close();
    }

    @Test
    void aSuspendedRouteMakesTheSenderComeAgain() throws Exception {
        routes.suspendRoute("receiver");

        HttpResponse<String> answer = send(runtime.event(EVENT));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(runtime.mock("route").getExchanges()).isEmpty();
    }

    @Test
    void aResumedRouteReceivesAgain() throws Exception {
        routes.suspendRoute("receiver");
        routes.resumeRoute("receiver");

        assertAnswer(runtime.event(EVENT), 200);
        assertThat(runtime.mock("route").getExchanges()).hasSize(1);
    }

    @Test
    void aStoppedRouteIsNotFound() throws Exception {
        routes.stopRoute("receiver");

        assertAnswer(runtime.event(EVENT), 404);
    }

    @Test
    void aRouteThatIsStartedAgainReceivesAgain() throws Exception {
        routes.stopRoute("receiver");
        routes.startRoute("receiver");

        assertAnswer(runtime.event(EVENT), 200);
        assertThat(runtime.mock("route").getExchanges()).hasSize(1);
    }

    @Test
    void aRouteThatIsStartedAgainKnowsWhatItHasProcessed() throws Exception {
        assertAnswer(runtime.event(EVENT), 200);
        routes.stopRoute("receiver");
        routes.startRoute("receiver");

        assertAnswer(runtime.event(EVENT), 200);
        assertThat(runtime.mock("route").getExchanges()).hasSize(1);
    }

    @Test
    void stoppingWaitsForTheEventInTheRoute() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                Background.supply(() -> send(runtime.event(EVENT.replace("Hello", "slow"))));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stop = Background.run(() -> stopRoute());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> send(runtime.event(EVENT)).statusCode() == 503);
        assertThat(stop).isNotDone();
        release.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        stop.get(10, TimeUnit.SECONDS);
        assertThat(routes.getRouteStatus("receiver")).isEqualTo(ServiceStatus.Stopped);
    }

    @Test
    void anEventUnderWayIsPendingUntilItIsDone() throws Exception {
        PilotStatusWebhookConsumer consumer = (PilotStatusWebhookConsumer)
                runtime.context().getRoute("receiver").getConsumer();
        CompletableFuture<HttpResponse<String>> answer =
                Background.supply(() -> send(runtime.event(EVENT.replace("Hello", "slow"))));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(consumer.getPendingExchangesSize()).isEqualTo(1);
        release.countDown();
        answer.get(10, TimeUnit.SECONDS);
        assertThat(consumer.getPendingExchangesSize()).isZero();
    }

    @Test
    void theServiceRegistryKnowsThatTheConsumerIsHosted() {
        PilotStatusWebhookConsumer consumer = (PilotStatusWebhookConsumer)
                runtime.context().getRoute("receiver").getConsumer();

        assertThat(consumer.isHostedService()).isTrue();
    }

    private void stopRoute() {
        try {
            routes.stopRoute("receiver", 15, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
