/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.client.CallSettings;
import br.com.pilotstatus.camel.client.CallThreads;
import br.com.pilotstatus.camel.client.PoolSettings;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.media.MediaServer;
import br.com.pilotstatus.camel.media.TestCertificate;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Links over real sockets. */
@Timeout(60)
abstract class LinkTestSupport {

    static final byte[] MEDIA = "media".getBytes(UTF_8);
    static final int MAX = 100_000;
    static final LinkRules PUBLIC = new LinkRules(false, false, MAX);
    static final LinkRules ANY = new LinkRules(true, false, MAX);

    final MediaServer server = MediaServer.withTls().file("/a", "image/png", MEDIA);
    final ExecutorService lookUps = Executors.newCachedThreadPool();
    final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    final AtomicInteger asked = new AtomicInteger();
    LinkHosts.Resolver names = name -> {
        throw new UnknownHostException(name);
    };
    Duration connectTimeout = Duration.ofSeconds(5);
    Duration responseTimeout = Duration.ofSeconds(5);
    Duration totalTimeout = Duration.ofSeconds(10);
    int maxInFlight = 10;
    int maxAttempts = 1;
    PoolSettings.Proxy proxy;
    LinkClient client;

    @BeforeEach
    void start() {
        client = client();
    }

    LinkClient client() {
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

    PoolSettings pool() {
        return new PoolSettings(URI.create("https://unused.invalid"), maxInFlight, proxy);
    }

    CallSettings call() {
        return new CallSettings(
                connectTimeout, responseTimeout, totalTimeout, Duration.ofMillis(200), 0, maxAttempts, false, MAX);
    }

    void restart() {
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

    CompletableFuture<LinkAnswer> begin(String link, LinkRules rules) {
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

    LinkAnswer fetch(String link) throws Exception {
        return begin(link, ANY).get(30, TimeUnit.SECONDS);
    }

    ObjectAssert<PilotStatusException> assertFailure(String link, LinkRules rules) {
        CompletableFuture<LinkAnswer> ended = begin(link, rules);
        await().atMost(Duration.ofSeconds(30)).until(ended::isDone);
        return assertThat(ended)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .asInstanceOf(type(PilotStatusException.class));
    }

    static List<InetAddress> addresses(String... addresses) {
        return Arrays.stream(addresses).map(LinkTestSupport::address).toList();
    }

    static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
