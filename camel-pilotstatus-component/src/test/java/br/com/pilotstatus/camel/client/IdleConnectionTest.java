/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.Background;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A connection that nobody uses is given up from this side, before a server that forgot it can fail a send. */
class IdleConnectionTest {

    private static final String ANSWER = "{\"id\":\"a\",\"correlationId\":\"b\",\"status\":\"QUEUED\"}";

    /** Answers one request and then says how long the connection stayed open. */
    private static Duration serveOnce(ServerSocket server) {
        try (Socket connection = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII))) {
            int length = 0;
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring("content-length:".length()).trim());
                }
            }
            assertThat(in.skip(length)).isEqualTo(length);
            connection
                    .getOutputStream()
                    .write(("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: "
                                    + ANSWER.length() + "\r\n\r\n" + ANSWER)
                            .getBytes(US_ASCII));
            Instant answered = Instant.now();
            assertThat(in.read()).isEqualTo(-1);
            return Duration.between(answered, Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anIdleConnectionIsClosedWithinTenSeconds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DefaultCamelContext context = new DefaultCamelContext()) {
            CompletableFuture<Duration> idle = Background.supply(() -> serveOnce(server));
            context.start();
            Exchange exchange = context.createProducerTemplate()
                    .request(
                            "pilotstatus:send?to=+5511988887777&apiKey=a&baseUrl=http://127.0.0.1:"
                                    + server.getLocalPort(),
                            message -> message.getMessage().setBody("Hi"));
            assertThat(exchange.getException()).isNull();
            assertThat(idle.get(25, TimeUnit.SECONDS)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(13));
        }
    }
}
