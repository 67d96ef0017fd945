/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.media.TestCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Events of a sender that speaks HTTP/2 where the server does, and goes on over the connection it has. */
interface Http2Tests extends OnServer {

    /** What is answered over HTTP/2 to an event that does not say how long it is. */
    default int statusWithoutLength() {
        return 200;
    }

    @Test
    default void eventsRunOverTheConnectionThatOneHasOpened() throws Exception {
        HttpClient sender = sender();
        for (int i = 0; i < 3; i++) {
            Event event = Event.any();

            assertThat(status(sender, OLD_TOKEN, BodyPublishers.ofByteArray(event.bytes())))
                    .isEqualTo(200);
            assertThat(runs().of(event)).isEqualTo(1);
        }
    }

    @Test
    default void aRefusalHarmsNoFurtherEventOfTheConnection() throws Exception {
        HttpClient sender = sender();
        Event event = Event.any();
        status(sender, OLD_TOKEN, BodyPublishers.ofByteArray(Event.any().bytes()));

        assertThat(status(sender, "forged", BodyPublishers.ofByteArray(event.bytes())))
                .isEqualTo(401);
        assertThat(runs().of(event)).isZero();
        assertThat(status(sender, OLD_TOKEN, BodyPublishers.ofByteArray(event.bytes())))
                .isEqualTo(200);
        assertThat(runs().of(event)).isEqualTo(1);
    }

    @Test
    default void anEventOfUnknownLengthIsAnsweredAsThePageSays() throws Exception {
        HttpClient sender = sender();
        status(sender, OLD_TOKEN, BodyPublishers.ofByteArray(Event.any().bytes()));
        Event event = Event.any();

        int status =
                status(sender, OLD_TOKEN, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(event.bytes())));

        assertThat(status).isEqualTo(statusWithoutLength());
        assertThat(runs().of(event)).isEqualTo(status == 200 ? 1 : 0);
    }

    private HttpClient sender() {
        return server().isSecure()
                ? HttpClient.newBuilder().sslContext(TestCertificate.context()).build()
                : HttpClient.newHttpClient();
    }

    private int status(HttpClient sender, String token, BodyPublisher body) throws IOException, InterruptedException {
        String origin = (server().isSecure() ? "https" : "http") + "://127.0.0.1:" + server().port();
        HttpRequest event = HttpRequest.newBuilder(URI.create(origin + TOKEN_PATH))
                .header("Content-Type", "application/json")
                .header("X-Webhook-Token", token)
                .POST(body)
                .build();
        return sender.send(event, BodyHandlers.discarding()).statusCode();
    }
}
