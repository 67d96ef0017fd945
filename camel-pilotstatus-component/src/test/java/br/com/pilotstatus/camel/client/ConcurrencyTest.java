/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many sends at once share threads, connections and endpoints, and nothing else. */
@Timeout(120)
class ConcurrencyTest extends SimulatorTestSupport {

    private static final int SENDS = 400;
    private static final String SLOW_PHONE = "+5511900000001";

    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch slowHandlers = new CountDownLatch(1);
    private final AtomicInteger redeliveries = new AtomicInteger();

    private List<CompletableFuture<Exchange>> sendAll(String uri, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> template.asyncSend(uri, exchange -> {
                    exchange.getMessage().setHeader("number", number);
                    exchange.getMessage().setBody("text of " + number + " " + "x".repeat(number * 5));
                }))
                .toList();
    }

    @Test
    void fourHundredSendsAtOnceArriveIntactAndEachGetsItsOwnAnswer() {
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(50))));
        List<Exchange> ended = sendAll("direct:send", SENDS).stream()
                .map(CompletableFuture::join)
                .toList();
        Map<String, LedgerEntry> byId =
                simulator().ledger().entries().stream().collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        assertThat(byId).hasSize(SENDS);
        assertThat(ended).allSatisfy(exchange -> {
            assertThat(exchange.getException()).isNull();
            LedgerEntry own = byId.get(exchange.getMessage().getHeader(PilotStatusConstants.MESSAGE_ID, String.class));
            assertThat(own.request().path("text").asText())
                    .isEqualTo(exchange.getMessage().getBody());
        });
    }

    @Test
    void theRouteNeverGoesOnWhereConnectionsAreServed() {
        sendAll("direct:send", 50).forEach(CompletableFuture::join);
        assertThat(threads).isNotEmpty().allSatisfy(name -> assertThat(name).contains("PilotStatus"));
    }

    @Test
    void aSlowErrorHandlerDoesNotStallOtherSends() {
        simulator().faults().add(FaultRule.always(Fault.status(400)).to(SLOW_PHONE));
        List<CompletableFuture<Exchange>> slow = sendAll("direct:slow", 16);
        try {
            assertAllSent(sendAll("direct:send", SENDS));
            assertThat(slow).noneMatch(CompletableFuture::isDone);
        } finally {
            slowHandlers.countDown();
        }
        slow.forEach(CompletableFuture::join);
    }

    @Test
    void sendsGoOnWhileOthersWaitForTheirRedelivery() {
        simulator()
                .faults()
                .add(FaultRule.always(Fault.status(503).withRetryAfter(100)).to(SLOW_PHONE));
        List<CompletableFuture<Exchange>> waiting = sendAll("direct:waiting", 16);
        await().atMost(SOON).until(() -> redeliveries.get() == 16);
        assertAllSent(sendAll("direct:send", SENDS));
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
    }

    private static void assertAllSent(List<CompletableFuture<Exchange>> sends) {
        CompletableFuture<Void> all = CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new));
        await().atMost(Duration.ofSeconds(30)).until(all::isDone);
        assertThat(sends)
                .allSatisfy(
                        exchange -> assertThat(exchange.join().getException()).isNull());
    }

    @Test
    void noThreadWaitsForAnAnswer() {
        simulator().faults().add(FaultRule.always(Fault.stall()));
        List<CompletableFuture<Exchange>> sends = sendAll("direct:send", 150);
        await().atMost(SOON).until(() -> simulator().requests().of("sendMessage") == 150);
        assertThat(threadsOfTheComponent()).hasSizeBetween(1, 4);
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)).join();
    }

    @Test
    void theThreadsOfARouteEndWithTheContext() {
        sendAll("direct:send", 20).forEach(CompletableFuture::join);
        context.stop();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(threadsOfTheComponent()).isEmpty());
    }

    /** Those of this context; what other tests in the process left does not count. */
    private List<String> threadsOfTheComponent() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("(" + context.getName() + ")") && name.contains("PilotStatus"))
                .toList();
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send")
                        .to("pilotstatus:send?to=" + PHONE)
                        .process(exchange -> threads.add(Thread.currentThread().getName()));
                from("direct:waiting")
                        .errorHandler(defaultErrorHandler()
                                .maximumRedeliveries(1)
                                .redeliveryDelay(Duration.ofMinutes(5).toMillis())
                                .allowRedeliveryWhileStopping(false)
                                .onExceptionOccurred(exchange -> redeliveries.incrementAndGet()))
                        .to("pilotstatus:send?to=" + SLOW_PHONE);
                from("direct:slow")
                        .onException(Exception.class)
                        .handled(true)
                        .process(exchange -> slowHandlers.await())
                        .end()
                        .to("pilotstatus:send?to=" + SLOW_PHONE);
            }
        };
    }
}
