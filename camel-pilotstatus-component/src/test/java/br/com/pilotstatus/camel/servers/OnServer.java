/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the parts of the suite share: the server, the runs of its routes, and calls to it. */
interface OnServer {

    int MEBIBYTE = 1024 * 1024;

    /** More than servers and sockets buffer, in mebibytes. */
    int ENDLESS = 32;

    WebhookServer server();

    Runs runs();

    default Answer send(Call call) {
        try {
            return Connection.exchange(server().port(), call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event is answered with 200 and has run once. */
    default void assertAccepted(Call call, Event event) {
        assertThat(send(call).status()).isEqualTo(200);
        assertThat(runs().of(event)).isEqualTo(1);
    }

    /** The event is answered with this status and has not run. */
    default void assertRefused(Call call, Event event, int status) {
        assertThat(send(call).status()).isEqualTo(status);
        assertThat(runs().of(event)).isZero();
    }

    /** How much of a body without end the server reads before it answers or hangs up; {@link #ENDLESS} at most. */
    default int mebibytesTaken(String path, String contentType) throws IOException {
        return mebibytesTaken(server(), path, contentType);
    }

    default int mebibytesTaken(WebhookServer server, String path, String contentType) throws IOException {
        Call call = Call.to(path, new byte[0])
                .with("X-Webhook-Token", OLD_TOKEN)
                .with("Content-Type", contentType)
                .with("Transfer-Encoding", "chunked");
        byte[] filler = "x".repeat(MEBIBYTE).getBytes(UTF_8);
        byte[] chunk = Connection.chunk(filler, 0, filler.length);
        try (Connection connection = new Connection(server.port())) {
            boolean listening = connection.trySend(call.head());
            int sent = 0;
            while (listening && !connection.isAnswered() && sent < ENDLESS) {
                listening = connection.trySend(chunk);
                sent++;
            }
            return sent;
        }
    }
}
