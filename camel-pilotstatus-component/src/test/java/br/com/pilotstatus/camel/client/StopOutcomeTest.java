/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.EndpointParts;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call is told when its context stops without waiting for it, by what it was doing; and that the stop is short. */
@Timeout(60)
class StopOutcomeTest extends SimulatorTestSupport {

    private static final String SEND = "pilotstatus:send?to=" + PHONE;
    private static final Duration BOUND = Duration.ofSeconds(3);

    private static long requests() {
        return simulator().requests().of("sendMessage");
    }

    private CompletableFuture<Exchange> begin(String uri) {
        return template.asyncSend(uri, exchange -> exchange.getMessage().setBody("Hi"));
    }

    private CompletableFuture<Exchange> beginAndReach(String uri, long requests) {
        CompletableFuture<Exchange> call = begin(uri);
        await().atMost(SOON).until(() -> requests() == requests);
        return call;
    }

    private void stop() {
        context.getShutdownStrategy().setTimeout(1);
        long begin = System.nanoTime();
        context.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
    }

    private static void assertTold(CompletableFuture<Exchange> call, String outcome, String code, int attempts) {
        await().atMost(SOON).until(call::isDone);
        assertThat(call.join().getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, outcome)
                .containsEntry(PilotStatusConstants.ATTEMPTS, attempts);
        assertThat(call.join().getMessage().getHeader(PilotStatusConstants.ERROR_CODE))
                .isEqualTo(code);
    }

    @Test
    void waitingForItsTurnItWasNotSent() {
        String paced = SEND + "&requestsPerSecond=0.1&acquireTimeout=20000";
        beginAndReach(paced, 1).join();
        CompletableFuture<Exchange> waiting = begin(paced);
        await().during(Duration.ofMillis(200)).until(() -> !waiting.isDone());

        stop();

        assertTold(waiting, "REFUSED", "LOCAL_STOPPED", 0);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void waitingForAPlaceItWasNotSent() {
        simulator().faults().add(FaultRule.always(Fault.stall()));
        List<CompletableFuture<Exchange>> calls = IntStream.range(0, 8)
                .mapToObj(i -> begin(SEND + "&maxInFlight=2"))
                .toList();
        await().atMost(SOON).until(() -> requests() == 2);

        stop();

        await().atMost(SOON).until(() -> calls.stream().allMatch(CompletableFuture::isDone));
        assertThat(calls.stream().map(call -> call.join().getMessage().getHeader(PilotStatusConstants.OUTCOME)))
                .containsExactlyInAnyOrder(
                        "UNKNOWN", "UNKNOWN", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void beforeTheFirstByteItWasNotSent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            CompletableFuture<Exchange> connecting =
                    begin(SEND + "&apiKey=ps_number&baseUrl=https://localhost:" + silent.getLocalPort() + "/v1");
            silent.accept().getInputStream().read();

            stop();

            assertTold(connecting, "REFUSED", "LOCAL_STOPPED", 1);
        }
    }

    @Test
    void onTheWireItMayHaveHappened() {
        simulator().faults().add(FaultRule.always(Fault.stall()));
        CompletableFuture<Exchange> call = beginAndReach(SEND, 1);

        stop();

        assertTold(call, "UNKNOWN", "LOCAL_NO_ANSWER", 1);
    }

    @Test
    void betweenTriesItIsWhatTheLastTryWas() {
        simulator().faults().add(FaultRule.always(Fault.status(503).withRetryAfter(50)));
        CompletableFuture<Exchange> call = beginAndReach(SEND, 1);
        await().during(Duration.ofMillis(200)).until(() -> !call.isDone());

        stop();

        await().atMost(SOON).until(call::isDone);
        assertThat(call.join().getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "REFUSED")
                .containsEntry(PilotStatusConstants.RESPONSE_CODE, 503);
        assertThat(simulator().ledger().count()).isZero();
    }

    @Test
    void betweenTriesATryThatMayHaveHappenedIsNotForgotten() {
        simulator().faults().add(FaultRule.next(1, Fault.replyLost()));
        simulator().faults().add(FaultRule.always(Fault.status(503).withRetryAfter(50)));
        CompletableFuture<Exchange> call = beginAndReach(SEND + "&onUnknown=retry", 2);
        await().during(Duration.ofMillis(200)).until(() -> !call.isDone());

        stop();

        await().atMost(SOON).until(call::isDone);
        assertThat(call.join().getMessage().getHeaders()).containsEntry(PilotStatusConstants.OUTCOME, "UNKNOWN");
        assertThat(simulator().ledger().count()).isEqualTo(1);
    }

    @Test
    void onTheWireAgainAfterARefusalItMayHaveHappened() {
        simulator().faults().add(FaultRule.next(1, Fault.status(429)));
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofSeconds(20))));
        CompletableFuture<Exchange> call = beginAndReach(SEND, 2);

        stop();

        assertTold(call, "UNKNOWN", "LOCAL_NO_ANSWER", 2);
    }

    @Test
    void onceItsAnswerBeganItIsAccepted() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Exchange> call = begin(SEND + "&apiKey=ps_number&baseUrl=" + address(server) + "/v1");
            Socket connection = server.accept();
            connection.getInputStream().read(new byte[8192]);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{".getBytes(US_ASCII));
            await().during(Duration.ofMillis(300)).until(() -> !call.isDone());

            stop();

            assertTold(call, "ACCEPTED", null, 1);
        }
    }

    @Test
    void aDownloadFromALinkEnds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Exchange> call = begin(
                    "pilotstatus:media-download?allowPrivateAddresses=true&param.mediaLink=" + address(server) + "/a");
            server.accept().getInputStream().read();

            stop();

            assertTold(call, "REFUSED", "LOCAL_MEDIA_LINK_UNREACHABLE", 1);
        }
    }

    private static String address(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Test
    void aPollUnderWayEnds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RouteBuilder.addRoutes(
                    context,
                    route -> route.from("pilotstatus:poll?initialDelay=1&apiKey=ps_number&baseUrl=" + address(server)
                                    + "/v1")
                            .to("mock:events"));
            server.accept().getInputStream().read();

            stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"WEBHOOKS_CREATE, UNKNOWN", "WEBHOOKS_LIST, REFUSED"})
    void anInterruptedThreadIsToldWhatIsKnownOfTheCallItWaitsFor(Operation operation, Outcome outcome)
            throws Exception {
        simulator().faults().add(FaultRule.always(Fault.stall()));
        PilotStatusEndpoint endpoint = context.getEndpoint("pilotstatus:webhooks-list", PilotStatusEndpoint.class);
        ApiRequest request = EndpointParts.requests(endpoint).call(operation, Map.of("url", "https://a.test/b"), null);
        AtomicReference<PilotStatusException> told = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            try {
                EndpointParts.calls(endpoint).call(request);
            } catch (PilotStatusException e) {
                told.set(e);
            }
        });
        waiting.start();
        await().atMost(SOON).until(() -> simulator().requests().all().size() == 1);

        waiting.interrupt();

        waiting.join(SOON.toMillis());
        assertThat(told.get().getOutcome()).isEqualTo(outcome);
        assertThat(told.get()).hasMessageContaining("the thread was interrupted");
    }

    @Test
    void aStoppedComponentSendsNothing() {
        begin(SEND).join();
        context.getComponent("pilotstatus").stop();

        CompletableFuture<Exchange> call = begin(SEND);

        assertTold(call, "REFUSED", "LOCAL_STOPPED", 0);
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void aComponentThatIsStartedAgainSends() {
        begin(SEND).join();
        context.getComponent("pilotstatus").stop();
        context.getComponent("pilotstatus").start();

        assertThat(begin(SEND).join().getException()).isNull();
    }
}
