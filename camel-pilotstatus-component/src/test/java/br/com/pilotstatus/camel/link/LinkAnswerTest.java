/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.media.MediaServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of an answer, how long that may take, and that every download ends. */
class LinkAnswerTest extends LinkTestSupport {

    @ParameterizedTest
    @CsvSource({
        "400, false, PilotStatusException",
        "403, false, PilotStatusException",
        "404, false, PilotStatusNotFoundException",
        "410, false, PilotStatusNotFoundException",
        "429, true, PilotStatusRateLimitException",
        "500, true, PilotStatusServerException",
        "503, true, PilotStatusServerException",
        "204, false, PilotStatusException",
        "206, false, PilotStatusException"
    })
    void anAnswerWithoutMediaIsAnException(int status, boolean retryable, String type) {
        server.at("/x", exchange -> exchange.sendResponseHeaders(status, -1));

        assertFailure(server.url("/x"), ANY).satisfies(failure -> {
            assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
            assertThat(failure.getStatusCode()).isEqualTo(status);
            assertThat(failure.isRetryable()).isEqualTo(retryable);
            assertThat(failure.getOutcome()).isEqualTo(Outcome.REFUSED);
        });
    }

    @Test
    void aFailureThatPassesIsTriedAgain() throws Exception {
        maxAttempts = 3;
        restart();
        AtomicInteger calls = new AtomicInteger();
        server.at("/flaky", exchange -> {
            if (calls.incrementAndGet() < 3) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                MediaServer.answer(exchange, 200, "image/png", MEDIA);
            }
        });

        assertThat(fetch(server.url("/flaky")).attempts()).isEqualTo(3);
    }

    @Test
    void anEmptyAnswerIsNoMedia() {
        server.file("/empty", "image/png", new byte[0]);

        assertFailure(server.url("/empty"), ANY)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("is empty"));
    }

    @Test
    void mediaOfTheLargestSizeIsRead() throws Exception {
        server.file("/max", "image/png", new byte[MAX]);

        assertThat(fetch(server.url("/max")).body()).hasSize(MAX);
    }

    @Test
    void aSizeThatIsTooLargeIsNotRead() {
        server.file("/big", "image/png", new byte[MAX + 1]);

        assertTooLarge("/big");
    }

    @Test
    void mediaWithoutEndIsNotReadToItsEnd() {
        server.at("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange, new byte[8192], Duration.ZERO);
        });

        assertTooLarge("/endless");
    }

    private void assertTooLarge(String path) {
        assertFailure(server.url(path), ANY).satisfies(failure -> {
            assertThat(failure).hasMessageContaining("larger than maxMediaSize, " + MAX + " bytes");
            assertThat(failure.isRetryable()).isFalse();
        });
    }

    @Test
    void anEndlessErrorPageIsNotReadToItsEnd() {
        server.at("/endless", exchange -> {
            exchange.sendResponseHeaders(404, 0);
            drip(exchange, new byte[8192], Duration.ZERO);
        });

        assertFailure(server.url("/endless"), ANY).isInstanceOf(PilotStatusNotFoundException.class);
    }

    @Test
    void compressedMediaIsRefused() {
        server.at("/bomb", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            MediaServer.answer(exchange, 200, "image/png", new byte[100]);
        });

        assertFailure(server.url("/bomb"), ANY)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("is compressed"));
    }

    @Test
    void mediaThatBreaksOffIsNotTakenForWhole() {
        server.at("/half", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(MEDIA);
            exchange.getResponseBody().flush();
        });

        assertFailure(server.url("/half"), ANY).satisfies(failure -> {
            assertThat(failure).isInstanceOf(PilotStatusTransportException.class);
            assertThat(failure.isRetryable()).isTrue();
        });
    }

    @Test
    void aSlowDripIsEndedByTheTotalTime() {
        totalTimeout = Duration.ofSeconds(1);
        restart();
        server.at("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            drip(exchange, new byte[1], Duration.ofMillis(50));
        });
        Instant begin = Instant.now();

        assertFailure(server.url("/drip"), ANY)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("within 1000 ms"));
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
    }

    @Test
    void aSilentServerIsEndedByTheResponseTime() {
        responseTimeout = Duration.ofMillis(300);
        restart();
        server.at("/silent", exchange -> pause(Duration.ofSeconds(20)));

        assertFailure(server.url("/silent"), ANY).isInstanceOf(PilotStatusTransportException.class);
    }

    @Test
    void anEndlessHeadIsNotReadToItsEnd() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, address("127.0.0.1"))) {
            lookUps.execute(() -> endlessHead(socket));

            assertFailure("http://127.0.0.1:" + socket.getLocalPort() + "/a", ANY)
                    .satisfies(failure -> assertThat(failure).hasMessageContaining("MessageConstraintException"));
        }
    }

    private static void endlessHead(ServerSocket server) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
            byte[] part = "x".repeat(8192).getBytes(UTF_8);
            while (true) {
                out.write(part);
            }
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    @Test
    void aDownloadThatFindsNoPlaceIsNotTried() {
        maxInFlight = 1;
        restart();
        server.at("/silent", exchange -> pause(Duration.ofSeconds(20)));
        CompletableFuture<LinkAnswer> first = begin(server.url("/silent"), ANY);

        assertFailure(server.url("/a"), ANY)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("too many downloads"));
        assertThat(first).isNotDone();
    }

    @Test
    void placesAreGivenBack() throws Exception {
        maxInFlight = 2;
        restart();
        server.status("/x", 404);
        for (int i = 0; i < 5; i++) {
            assertFailure(server.url("/x"), ANY).isInstanceOf(PilotStatusNotFoundException.class);
        }
        assertThat(fetch(server.url("/a")).body()).isEqualTo(MEDIA);
    }

    @Test
    void manyAtOnceAllEnd() {
        List<CompletableFuture<LinkAnswer>> all = IntStream.range(0, 10)
                .mapToObj(i -> begin(server.url("/a"), ANY))
                .toList();

        await().atMost(Duration.ofSeconds(20)).until(() -> all.stream().allMatch(CompletableFuture::isDone));
        assertThat(all).allSatisfy(one -> assertThat(one.join().body()).isEqualTo(MEDIA));
    }

    @Test
    void closingEndsADownload() {
        server.at("/silent", exchange -> pause(Duration.ofSeconds(20)));
        CompletableFuture<LinkAnswer> ended = begin(server.url("/silent"), ANY);
        await().atMost(Duration.ofSeconds(10)).until(() -> !server.requests().isEmpty());

        client.close();

        await().atMost(Duration.ofSeconds(10)).until(ended::isCompletedExceptionally);
    }

    private static void drip(HttpExchange exchange, byte[] part, Duration pause) throws IOException {
        try {
            while (true) {
                exchange.getResponseBody().write(part);
                exchange.getResponseBody().flush();
                pause(pause);
            }
        } catch (IOException closed) {
            assertThat(closed).isNotNull();
        }
    }

    /** Of the server: for as long, or until it is closed. */
    private static void pause(Duration pause) {
        try {
            new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
