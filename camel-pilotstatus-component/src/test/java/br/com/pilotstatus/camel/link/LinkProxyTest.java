/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.client.CallSettings;
import br.com.pilotstatus.camel.client.CallThreads;
import br.com.pilotstatus.camel.client.PoolSettings;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.media.MediaServer;
import br.com.pilotstatus.camel.media.TestCertificate;
import br.com.pilotstatus.camel.media.TunnelProxy;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Links through a proxy: what this machine checks, and what it leaves to the proxy. */
@Timeout(60)
class LinkProxyTest {

    private static final LinkRules PUBLIC = new LinkRules(false, false, 1000);

    private final MediaServer server = MediaServer.withTls().file("/a", "image/png", "media".getBytes(UTF_8));
    private final ExecutorService lookUps = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private TunnelProxy proxy;
    private LinkClient client;
    private HostResolver names = name -> {
        throw new UnknownHostException(name);
    };

    @BeforeEach
    void start() throws Exception {
        proxy = new TunnelProxy(server.port());
        client = new LinkClient(
                new PoolSettings(
                        URI.create("https://unused.invalid"),
                        10,
                        new PoolSettings.Proxy("127.0.0.1", proxy.port(), "user", "s3cret")),
                TestCertificate.context(),
                name -> names.resolve(name),
                new CallThreads(timer, lookUps, lookUps),
                lookUps);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        proxy.close();
        server.close();
        timer.shutdownNow();
        lookUps.shutdownNow();
    }

    private LinkAnswer fetch(String link) throws Exception {
        CompletableFuture<LinkAnswer> ended = new CompletableFuture<>();
        CallSettings settings = new CallSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                0,
                1,
                false,
                1000);
        client.fetch(MediaLink.parse(link, PUBLIC), PUBLIC, settings, (answer, failure) -> {
            if (failure == null) {
                ended.complete(answer);
            } else {
                ended.completeExceptionally(failure);
            }
        });
        return ended.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aHostThatOnlyTheProxyKnowsIsLeftToIt() throws Exception {
        assertThat(fetch("https://media.test/a").body()).isEqualTo("media".getBytes(UTF_8));
        assertThat(proxy.tunnels()).containsExactly("media.test:443");
    }

    @Test
    void aHostThatIsPrivateHereIsNotAskedOfTheProxy() {
        names = name -> List.of(InetAddress.getByName("10.0.0.1"));

        assertThatThrownBy(() -> fetch("https://media.test/a"))
                .hasCauseInstanceOf(PilotStatusValidationException.class);
        assertThatThrownBy(() -> fetch("https://127.0.0.1/a")).hasCauseInstanceOf(PilotStatusValidationException.class);
        assertThat(proxy.tunnels()).isEmpty();
    }

    @Test
    void theCredentialsOfTheProxyStayWithTheProxy() {
        server.at("/asks", exchange -> {
            exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"p\"");
            exchange.sendResponseHeaders(407, -1);
        });

        assertThatThrownBy(() -> fetch("https://media.test/asks")).hasCauseInstanceOf(PilotStatusException.class);
        assertThat(server.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Proxy-authorization"));
    }
}
