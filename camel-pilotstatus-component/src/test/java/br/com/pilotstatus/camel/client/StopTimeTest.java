/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.PATH;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusWebhookConsumer;
import br.com.pilotstatus.camel.receive.WebhookRuntime;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever hangs, and in several routes at once: a stop is over within three seconds, one of which Camel waits. */
@Timeout(60)
class StopTimeTest {

    private static final Duration BOUND = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int ROUTES = 3;
    private static final String ONCE = "timer:once{n}?repeatCount=1&delay=0";

    @RegisterExtension
    final PilotStatusSimulatorExtension extension = new PilotStatusSimulatorExtension();

    private final CountDownLatch end = new CountDownLatch(1);
    private WebhookRuntime node;

    private PilotStatusConfiguration configuration() {
        return node.context()
                .getComponent("pilotstatus", PilotStatusComponent.class)
                .getConfiguration();
    }

    private static String port(ServerSocket server) {
        return String.valueOf(server.getLocalPort());
    }

    /** What is stopped. */
    enum Stopped {
        CONTEXT {
            @Override
            void stop(WebhookRuntime node) {
                node.context().stop();
            }
        },
        ONE_ROUTE {
            @Override
            void stop(WebhookRuntime node) throws Exception {
                node.context().getRouteController().stopRoute("route1");
            }
        };

        abstract void stop(WebhookRuntime node) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        node = WebhookRuntime.withServer();
        node.context().getShutdownStrategy().setTimeout(1);
        configuration().setBaseUrl(simulator().baseUrl());
        configuration().setApiKey(simulator().apiKey());
        configuration().setToken(TOKEN);
        node.context().getComponent("platform-http");
        node.context().start();
    }

    @AfterEach
    void close() {
        end.countDown();
        node.close();
    }

    private PilotStatusSimulator simulator() {
        return extension.simulator();
    }

    /** Three routes that differ by their number, which makes clients of their own of them. */
    private void routes(String from, String... to) throws Exception {
        for (int i = 1; i <= ROUTES; i++) {
            String number = String.valueOf(i);
            RouteBuilder.addRoutes(
                    node.context(),
                    route -> route.from(from.replace("{n}", number))
                            .routeId("route" + number)
                            .to(Stream.of(to)
                                    .map(uri -> uri.replace("{n}", number))
                                    .toArray(String[]::new)));
        }
    }

    private void assertStopIsShort(Stopped stopped) throws Exception {
        long begin = System.nanoTime();
        stopped.stop(node);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
    }

    private long requests() {
        return simulator().requests().all().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void stallAll() {
        simulator().faults().add(FaultRule.always(Fault.stall()));
    }

    private void awaitRequests(long count) {
        await().atMost(SOON).until(() -> requests() >= count);
    }

    private void registering() throws Exception {
        routes(
                "pilotstatus:webhook?path=" + PATH + "{n}&maxInFlight=1{n}&events=message.received&autoRegister=true"
                        + "&unregisterOnStop=true&publicUrl=http://127.0.0.1:" + node.port() + PATH + "{n}",
                "mock:events");
    }

    private boolean isRegistered(Route route) {
        return ((PilotStatusWebhookConsumer) route.getConsumer()).registration().webhookId() != null;
    }

    private void awaitRegistered() {
        await().atMost(SOON).until(() -> node.context().getRoutes().stream().allMatch(this::isRegistered));
    }

    @Test
    void webhooksThatAreBeingRegisteredDoNotHoldItUp() throws Exception {
        stallAll();
        registering();
        awaitRequests(ROUTES);
        assertStopIsShort(Stopped.CONTEXT);
    }

    @ParameterizedTest
    @EnumSource
    void webhooksThatCannotBeRemovedDoNotHoldItUp(Stopped stopped) throws Exception {
        registering();
        awaitRegistered();
        stallAll();
        assertStopIsShort(stopped);
    }

    @Test
    void aWebhookThatCouldNotBeRemovedIsNamed() throws Exception {
        registering();
        awaitRegistered();
        stallAll();
        try (LogRecorder log = new LogRecorder()) {
            Stopped.CONTEXT.stop(node);
            assertThat(log.lines("may stay registered"))
                    .hasSize(ROUTES)
                    .allMatch(line -> line.startsWith("WARN"))
                    .anyMatch(line -> line.contains(PATH + "2 could not be removed"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void pollsUnderWayDoNotHoldItUp(Stopped stopped) throws Exception {
        stallAll();
        routes("pilotstatus:poll?initialDelay=1&maxInFlight=1{n}&subscriptionName=poll{n}", "mock:events");
        awaitRequests(ROUTES);
        assertStopIsShort(stopped);
    }

    @Test
    void pollsThatWaitForAnInboxDoNotHoldItUp() throws Exception {
        AtomicInteger waiting = new AtomicInteger();
        node.context().getRegistry().bind("inbox", hanging(waiting));
        routes(
                "pilotstatus:poll?initialDelay=1&maxInFlight=1{n}&subscriptionName=poll{n}&inbox=#bean:inbox",
                "mock:events");
        await().atMost(SOON).until(() -> waiting.get() >= ROUTES);
        assertStopIsShort(Stopped.CONTEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send?to=+5511977770000&text=Hi&bodyAs=none",
                "messages-history?pages=all",
                "media-download?param.mediaId=abc&param.phoneNumberId=1",
                "media-download?allowPrivateAddresses=true&param.mediaLink=http://127.0.0.1:{silent}/a",
                "send?to=+5511977770000&text=Hi&bodyAs=none&apiKey=ps_number&baseUrl=https://localhost:{silent}/v1"
            })
    void callsUnderWayDoNotHoldItUp(String call) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
            AtomicInteger connected = new AtomicInteger();
            keepConnections(silent, connected);
            stallAll();
            routes(ONCE, "pilotstatus:" + call.replace("{silent}", port(silent)) + "&maxInFlight=1{n}");
            await().atMost(SOON).until(() -> connected.get() + requests() >= ROUTES);
            assertStopIsShort(Stopped.CONTEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send?to=+5511977770000&text=Hi&bodyAs=none&idempotencyKey={n}&maxInFlight=1{n}",
                "journal-list",
                "journal-reconcile?maxInFlight=1{n}"
            })
    void callsThatWaitForAJournalDoNotHoldItUp(String call) throws Exception {
        AtomicInteger waiting = new AtomicInteger();
        configuration().setJournal(hanging(waiting));
        routes(ONCE, "pilotstatus:" + call);
        await().atMost(SOON).until(() -> waiting.get() >= ROUTES);
        assertStopIsShort(Stopped.CONTEXT);
    }

    @Test
    void reconcilingDoesNotHoldItUp() throws Exception {
        simulator().faults().add(FaultRule.next(1, Fault.reset()));
        node.context()
                .createProducerTemplate()
                .request(
                        "pilotstatus:send?to=+5511977770000&text=Hi&bodyAs=none&idempotencyKey=1&maxAttempts=1",
                        exchange -> {});
        long requests = requests();
        stallAll();
        routes(ONCE, "pilotstatus:journal-reconcile?settleAfter=0&maxInFlight=1{n}");
        awaitRequests(requests + ROUTES);
        assertStopIsShort(Stopped.CONTEXT);
    }

    private static void keepConnections(ServerSocket server, AtomicInteger count) {
        // Nobody reads them, but a socket that nobody refers to may be closed.
        @SuppressWarnings("ModifiedButNotUsed")
        List<Socket> open = new ArrayList<>();
        Thread accepting = new Thread(() -> {
            try {
                while (true) {
                    open.add(server.accept());
                    count.incrementAndGet();
                }
            } catch (IOException over) {
                open.clear();
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    @Test
    void stepsAfterACallThatHeedNoInterruptDoNotHoldItUp() throws Exception {
        AtomicInteger waiting = new AtomicInteger();
        node.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:step").routeId("step").process(exchange -> {
                    waiting.incrementAndGet();
                    awaitEnd();
                });
            }
        });
        routes(ONCE, "pilotstatus:send?to=+5511977770000&text=Hi&bodyAs=none&maxInFlight=1{n}", "direct:step");
        await().atMost(SOON).until(() -> waiting.get() == ROUTES);
        assertStopIsShort(Stopped.CONTEXT);
    }

    /** As a database does that does not answer. */
    private ClaimStore hanging(AtomicInteger waiting) {
        ClaimStore memory = new MemoryClaimStore();
        return (ClaimStore) Proxy.newProxyInstance(
                ClaimStore.class.getClassLoader(), new Class<?>[] {ClaimStore.class}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(memory, arguments);
                    }
                    waiting.incrementAndGet();
                    awaitEnd();
                    return method.invoke(memory, arguments);
                });
    }

    private void awaitEnd() {
        boolean interrupted = false;
        boolean over = false;
        while (!over) {
            try {
                end.await();
                over = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
