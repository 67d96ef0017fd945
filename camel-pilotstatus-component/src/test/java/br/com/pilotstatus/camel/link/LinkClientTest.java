/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.client.CallThreads;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.media.MediaServer;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where links may lead, at every redirect, and what is told on the way. */
class LinkClientTest extends LinkTestSupport {

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
        names = LinkHosts.Resolver.SYSTEM;

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
}
