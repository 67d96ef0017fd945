/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.client.CallSettings;
import br.com.pilotstatus.camel.client.CallThreads;
import br.com.pilotstatus.camel.client.PoolSettings;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.media.MediaServer;
import br.com.pilotstatus.camel.media.TestCertificate;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links over real sockets: where they may lead, how much is read, and that they end. */
@Timeout(60)
class LinkClientTest {

    private static final byte[] MEDIA = "media".getBytes(UTF_8);
    private static final int MAX = 100_000;
    private static final LinkRules PUBLIC = new LinkRules(false, false, MAX);
    private static final LinkRules ANY = new LinkRules(true, false, MAX);

    private final MediaServer server = MediaServer.withTls().file("/a", "image/png", MEDIA);
    private final ExecutorService lookUps = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private HostResolver names = name -> {
        throw new UnknownHostException(name);
    };
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration responseTimeout = Duration.ofSeconds(5);
    private Duration totalTimeout = Duration.ofSeconds(10);
    private int maxInFlight = 10;
    private int maxAttempts = 1;
    private PoolSettings.Proxy proxy;
    private LinkClient client;

    @BeforeEach
    void start() {
        client = client();
    }

    private LinkClient client() {
        return new LinkClient(
                pool(),
                TestCertificate.context(),
                name -> {
                    asked.incrementAndGet();
                    return names.resolve(name);
                },
                new CallThreads(timer, lookUps, lookUps),
                lookUps);
    }

    private PoolSettings pool() {
        return new PoolSettings(URI.create("https://unused.invalid"), maxInFlight, proxy);
    }

    private CallSettings call() {
        return new CallSettings(
                connectTimeout, responseTimeout, totalTimeout, Duration.ofMillis(200), 0, maxAttempts, false, MAX);
    }

    private void restart() {
        client.close();
        client = client();
    }

    @AfterEach
    void stop() {
        client.close();
        timer.shutdownNow();
        lookUps.shutdownNow();
        server.close();
    }

    private CompletableFuture<LinkAnswer> begin(String link, LinkRules rules) {
        CompletableFuture<LinkAnswer> ended = new CompletableFuture<>();
        client.fetch(MediaLink.parse(link, rules), rules, call(), (answer, failure) -> {
            if (failure == null) {
                ended.complete(answer);
            } else {
                ended.completeExceptionally(failure);
            }
        });
        return ended;
    }

    private LinkAnswer fetch(String link) throws Exception {
        return begin(link, ANY).get(30, TimeUnit.SECONDS);
    }

    private ObjectAssert<PilotStatusException> assertFailure(String link, LinkRules rules) {
        CompletableFuture<LinkAnswer> ended = begin(link, rules);
        await().atMost(Duration.ofSeconds(30)).until(ended::isDone);
        return assertThat(ended)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .asInstanceOf(type(PilotStatusException.class));
    }

    private static List<InetAddress> addresses(String... addresses) {
        return Arrays.stream(addresses).map(LinkClientTest::address).toList();
    }

    private static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void mediaIsFetchedOverTls() throws Exception {
        LinkAnswer answer = fetch(server.url("/a?token=x"));

        assertThat(answer.body()).isEqualTo(MEDIA);
        assertThat(answer.contentType()).isEqualTo("image/png");
        assertThat(answer.attempts()).isEqualTo(1);
        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.target()).isEqualTo("/a?token=x"));
    }

    @Test
    void aCertificateThatNobodySignedIsNotTrustedByDefault() {
        client.close();
        client = new LinkClient(pool(), null, new CallThreads(timer, lookUps, lookUps), lookUps);

        assertFailure(server.url("/a"), ANY)
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(PilotStatusTransportException.class)
                        .hasMessageContaining("TLS failed"));
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        names = name -> addresses("127.0.0.1");

        assertFailure(server.url("other.test", "/a"), ANY)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("TLS failed"));
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "127.0.0.1.", "10.0.0.1", "169.254.169.254"})
    void aPrivateAddressIsNotCalled(String host) {
        assertFailure(server.url(host, "/a"), PUBLIC)
                .isInstanceOf(PilotStatusValidationException.class)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("public addresses only"));
        assertThat(server.requests()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.2", "8.8.8.8, 127.0.0.1", "127.0.0.1, 8.8.8.8", "8.8.8.8, ::1", "fd00::1, 8.8.8.8"})
    void aNameWithOnePrivateAddressIsNotCalled(String one, String other) {
        names = name -> addresses(one, other);

        assertFailure(server.url("media.test", "/a"), PUBLIC).isInstanceOf(PilotStatusValidationException.class);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "localhost."})
    void localhostIsLookedUpAsAnyName(String host) {
        names = HostResolver.SYSTEM;

        assertFailure(server.url(host, "/a"), PUBLIC).isInstanceOf(PilotStatusValidationException.class);
        assertThat(asked).hasValue(1);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aNameIsLookedUpOnceAndCalledThere() throws Exception {
        names = name -> asked.get() == 1 ? addresses("127.0.0.1") : addresses("192.0.2.1");

        assertThat(fetch(server.url("media.test", "/a")).body()).isEqualTo(MEDIA);
        assertThat(asked).hasValue(1);
        assertThat(server.requests().get(0).headers().getFirst("Host")).isEqualTo("media.test:" + server.port());
    }

    @Test
    void theNextAddressIsTriedWhenOneDoesNotAnswer() throws Exception {
        names = name -> addresses("127.99.99.99", "127.0.0.1");

        assertThat(fetch(server.url("media.test", "/a")).body()).isEqualTo(MEDIA);
    }

    @Test
    void anUnknownHostMayBeTriedAgain() {
        assertFailure(server.url("media.test", "/a"), PUBLIC).satisfies(failure -> {
            assertThat(failure)
                    .isInstanceOf(PilotStatusTransportException.class)
                    .hasMessageContaining("unknown");
            assertThat(failure.isRetryable()).isTrue();
        });
    }

    @Test
    void aLookUpThatHangsIsEndedByTheTotalTime() {
        totalTimeout = Duration.ofMillis(300);
        CountDownLatch never = new CountDownLatch(1);
        names = name -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
        };
        restart();

        assertFailure("https://media.test/a", PUBLIC)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("within 300 ms"));
    }

    @Test
    void withoutTlsAnyHostIsCalledWhereTheAuthorSaysSo() throws Exception {
        try (MediaServer plain = MediaServer.withoutTls().file("/a", "image/png", MEDIA)) {
            names = name -> addresses("127.0.0.1", "192.0.2.1");
            String link = plain.url("/a").replace("127.0.0.1", "media.test");
            assertThat(begin(link, new LinkRules(true, true, MAX))
                            .get(30, TimeUnit.SECONDS)
                            .body())
                    .isEqualTo(MEDIA);
        }
    }

    @Test
    void withoutTlsOnlyLoopbackIsCalled() throws Exception {
        try (MediaServer plain = MediaServer.withoutTls().file("/a", "image/png", MEDIA)) {
            assertThat(fetch(plain.url("/a")).body()).isEqualTo(MEDIA);
        }
        names = name -> addresses("127.0.0.1", "192.0.2.1");
        assertFailure("http://media.test/a", ANY)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("except for a loopback host"));
    }

    @Test
    void nothingOfACredentialIsSent() throws Exception {
        server.at("/set", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "id=1; Path=/");
            exchange.getResponseHeaders().add("Location", "/a");
            exchange.sendResponseHeaders(302, -1);
        });

        fetch(server.url("/set"));
        fetch(server.url("/a"));

        assertThat(server.requests())
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.headers().keySet())
                        .containsOnly("Host", "Accept", "Accept-encoding", "User-agent", "Connection"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407})
    void aChallengeIsNotAnswered(int status) {
        server.at("/secret", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(status, -1);
        });

        assertFailure(server.url("/secret"), ANY)
                .satisfies(failure -> assertThat(failure.getStatusCode()).isEqualTo(status));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowed(int status) throws Exception {
        server.redirect("/r", status, "/a");

        assertThat(fetch(server.url("/r")).body()).isEqualTo(MEDIA);
    }

    @Test
    void threeRedirectsAreFollowedAndNoFourth() throws Exception {
        server.redirect("/1", "/2").redirect("/2", "/3").redirect("/3", "/a").redirect("/0", "/1");

        assertThat(fetch(server.url("/1")).body()).isEqualTo(MEDIA);
        assertFailure(server.url("/0"), ANY)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("more than 3 times"));
    }

    @Test
    void aLoopOfRedirectsEnds() {
        server.redirect("/loop", "/loop");

        assertFailure(server.url("/loop"), ANY)
                .satisfies(failure -> assertThat(failure.isRetryable()).isFalse());
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void aRedirectWithoutTlsIsNotFollowed() {
        try (MediaServer plain = MediaServer.withoutTls().file("/a", "image/png", MEDIA)) {
            server.redirect("/r", plain.url("/a"));

            assertFailure(server.url("/r"), ANY)
                    .satisfies(failure -> assertThat(failure).hasMessageContaining("from https to http"));
            assertThat(plain.requests()).isEmpty();
        }
    }

    @Test
    void theHostOfARedirectIsLookedUpAndCheckedToo() {
        names = name -> addresses(name.equals("media.test") ? "127.0.0.1" : "10.0.0.1");
        server.redirect("/r", "http://internal.test/a");

        assertFailure(server.url("media.test", "/r"), ANY)
                .satisfies(failure -> assertThat(failure).hasMessageContaining("against a rule"));
    }

    @Test
    void lookUpsHoldUpNoThreadThatServesConnections() throws Exception {
        List<String> threads = new CopyOnWriteArrayList<>();
        names = name -> {
            threads.add(Thread.currentThread().getName());
            return addresses("127.0.0.1");
        };
        server.redirect("/r", server.url("media.test", "/a"));

        fetch(server.url("media.test", "/r"));

        assertThat(threads).hasSize(2).noneMatch(name -> name.startsWith("httpclient"));
    }

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

    @Test
    void noFailureShowsTheLink() {
        server.status("/s3cret", 404).redirect("/s3cret-away", "ftp://s3cret.test/");
        names = name -> addresses("10.0.0.1");

        for (String link : List.of(
                server.url("/s3cret?t=s3cret"),
                server.url("/s3cret-away"),
                "https://s3cret.test/s3cret",
                "https://127.0.0.1:1/s3cret")) {
            assertFailure(link, new LinkRules(!link.contains("s3cret.test"), false, MAX))
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageNotContainingAny("s3cret", "127.0.0.1", "10.0.0.1")
                            .hasNoCause());
        }
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
