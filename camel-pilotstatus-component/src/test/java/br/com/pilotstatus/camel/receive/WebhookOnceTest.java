/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookOnceTest {

    private final AtomicInteger runs = new AtomicInteger();
    private WebhookRuntime runtime;

    @AfterEach
    void stop() {
        runtime.close();
    }

    @Test
    void aRepeatedEventIsAnsweredWithOkAndDoesNotRunAgain() throws Exception {
        startWith(exchange -> {});

        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(runs).hasValue(1);
    }

    @Test
    void anEventDoesNotRunAgainAfterItsRouteWasRemovedAndAdded() throws Exception {
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM).routeId("events").process(counted(exchange -> {}));
            }
        };
        start(routes);
        send(runtime.event(EVENT));
        for (int i = 0; i < 3; i++) {
            runtime.context().getRouteController().stopRoute("events");
            runtime.context().removeRoute("events");
            runtime.context().addRoutes(routes);
            assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        }

        assertThat(runs).hasValue(1);
    }

    @Test
    void anEventRepeatedInOtherWordsDoesNotRunAgain() throws Exception {
        startWith(exchange -> {});

        send(runtime.event(EVENT));
        send(runtime.event(EVENT.replace("Hello", "Good morning")));
        assertThat(runs).hasValue(1);
    }

    @Test
    void theStatesOfOneMessageAllRun() throws Exception {
        startWith(exchange -> {});

        for (String state : List.of("sent", "delivered", "read")) {
            send(runtime.event("{\"event\":\"message." + state + "\",\"data\":{\"id\":\"cmq1x7d3k0001\"}}"));
        }
        assertThat(runs).hasValue(3);
    }

    @Test
    void aStateThatComesAfterALaterOneIsMarkedAsStale() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM).to("mock:states");
            }
        });

        for (String state : List.of("failed", "delivered", "sent", "read")) {
            send(runtime.event("{\"event\":\"message." + state + "\",\"data\":{\"id\":\"cmq1x7d3k0001\"}}"));
        }
        assertThat(runtime.mock("states").getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(PilotStatusConstants.EVENT_STALE))
                .containsExactly(false, false, true, false);
    }

    @Test
    void aLaterStateThatFailedMakesNothingStale() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM)
                        .filter(simple("${body.status} == 'DELIVERED'"))
                        .throwException(new IllegalStateException("no database"))
                        .end()
                        .to("mock:states");
            }
        });

        send(runtime.event("{\"event\":\"message.delivered\",\"data\":{\"id\":\"cmq1x7d3k0001\"}}"));
        send(runtime.event("{\"event\":\"message.sent\",\"data\":{\"id\":\"cmq1x7d3k0001\"}}"));
        assertThat(runtime.mock("states").getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(PilotStatusConstants.EVENT_STALE))
                .containsExactly(false);
    }

    @Test
    void ofEventsAtTheSameTimeOneRuns() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        startWith(exchange -> assertThat(release.await(20, TimeUnit.SECONDS)).isTrue());

        CompletableFuture<HttpResponse<String>> first = Background.supply(() -> send(runtime.event(EVENT)));
        await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() == 1);
        List<Integer> others = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> send(runtime.event(EVENT)).statusCode())
                .toList();
        release.countDown();

        assertThat(others).containsOnly(503);
        assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(runs).hasValue(1);
    }

    @Test
    void anEventThatIsBeingProcessedIsToComeAgainLater() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        startWith(exchange -> assertThat(release.await(20, TimeUnit.SECONDS)).isTrue());

        CompletableFuture<HttpResponse<String>> first = Background.supply(() -> send(runtime.event(EVENT)));
        await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() == 1);
        HttpResponse<String> second = send(runtime.event(EVENT));
        release.countDown();

        assertThat(second.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void anEventThatFailsIsProcessedWhenItComesAgain() throws Exception {
        startWith(failingAtFirst(exchange -> {
            throw new IllegalStateException("no database");
        }));

        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(500);
        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(runs).hasValue(2);
    }

    @Test
    void anEventThatIsRolledBackIsProcessedWhenItComesAgain() throws Exception {
        startWith(failingAtFirst(exchange -> exchange.setRollbackOnly(true)));

        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(500);
        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(runs).hasValue(2);
    }

    @Test
    void anEventWhoseLastStepIsRolledBackIsProcessedWhenItComesAgain() throws Exception {
        startWith(failingAtFirst(exchange -> exchange.setRollbackOnlyLast(true)));

        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(500);
        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(runs).hasValue(2);
    }

    @Test
    void anEventWhoseFailureTheRouteHandledIsDone() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).to("mock:dead");
                from(WebhookRuntime.FROM).process(exchange -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("no database");
                });
            }
        });

        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(runs).hasValue(1);
        assertThat(runtime.mock("dead").getExchanges()).hasSize(1);
    }

    @Test
    void twoRoutesEachGetTheSameEvent() throws Exception {
        ClaimStore shared = new MemoryClaimStore();
        runtime = WebhookRuntime.withServer();
        runtime.context().getRegistry().bind("shared", shared);
        runtime.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM + "&inbox=#shared").to("mock:first");
                from(WebhookRuntime.FROM + "&inbox=#shared&path=/second").to("mock:second");
            }
        });
        runtime.context().start();

        send(runtime.event(EVENT));
        send(runtime.to("/second?token=" + WebhookRuntime.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EVENT)));

        assertThat(runtime.mock("first").getExchanges()).hasSize(1);
        assertThat(runtime.mock("second").getExchanges()).hasSize(1);
    }

    @Test
    void anInboxThatCannotClaimKeepsTheEventOut() throws Exception {
        startWith(new BrokenInbox("claim"));

        HttpResponse<String> answer = send(runtime.event(EVENT));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(runs).hasValue(0);
    }

    @Test
    void anInboxThatCannotRecordDoesNotMakeTheSenderRepeat() throws Exception {
        startWith(new BrokenInbox("done"));

        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(200);
        assertThat(runs).hasValue(1);
    }

    @Test
    void theFailureOfTheInboxReachesTheErrorHandlerOfTheRouteWhenBridged() throws Exception {
        runtime = WebhookRuntime.withServer();
        runtime.context().getRegistry().bind("broken", new BrokenInbox("claim"));
        runtime.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).to("mock:alarm");
                from(WebhookRuntime.FROM + "&inbox=#broken&bridgeErrorHandler=true")
                        .to("mock:route");
            }
        });
        runtime.context().start();

        assertThat(send(runtime.event(EVENT)).statusCode()).isEqualTo(503);
        assertThat(runtime.mock("alarm").getExchanges()).hasSize(1);
        assertThat(runtime.mock("route").getExchanges()).isEmpty();
    }

    private Processor failingAtFirst(Processor failure) {
        return exchange -> {
            if (runs.get() == 1) {
                failure.process(exchange);
            }
        };
    }

    private void startWith(Processor step) throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM).process(counted(step));
            }
        });
    }

    private void startWith(ClaimStore inbox) throws Exception {
        runtime = WebhookRuntime.withServer();
        runtime.context().getRegistry().bind("inbox", inbox);
        RouteBuilder.addRoutes(
                runtime.context(),
                route -> route.from(WebhookRuntime.FROM + "&inbox=#inbox").process(counted(exchange -> {})));
        runtime.context().start();
    }

    private Processor counted(Processor step) {
        return (Exchange exchange) -> {
            runs.incrementAndGet();
            step.process(exchange);
        };
    }

    private void start(RouteBuilder routes) throws Exception {
        runtime = WebhookRuntime.started(routes);
    }

    /** A store that fails in one of its calls. */
    private record BrokenInbox(String call) implements ClaimStore {

        @Override
        public Claim claim(String key, String content, Duration lease) {
            failIf("claim");
            return new Claim(Status.CLAIMED, content, null);
        }

        @Override
        public Optional<String> result(String key) {
            return Optional.empty();
        }

        @Override
        public List<OpenClaim> open(String keyPrefix, int limit) {
            return List.of();
        }

        @Override
        public void done(String key, String result) {
            failIf("done");
        }

        @Override
        public void release(String key) {
            failIf("release");
        }

        private void failIf(String name) {
            if (call.equals(name)) {
                throw new IllegalStateException("connection lost");
            }
        }
    }
}
