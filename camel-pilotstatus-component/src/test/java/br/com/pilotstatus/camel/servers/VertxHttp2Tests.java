/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.HASTY_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Bodies over HTTP/2 on Vert.x, which Camel's own handler reads there. What bounds them is their announced length, to which
 * Vert.x holds them, and the time they may take.
 */
interface VertxHttp2Tests extends Http2Tests {

    /** What makes an event longer without making another one of it. */
    byte[] BLANK = " ".getBytes(US_ASCII);

    @Test
    default void anEventOfTheAnnouncedLengthRuns() throws Exception {
        Event event = Event.any();
        try (Http2Sender sender = new Http2Sender(server())) {
            assertThat(sender.status(TOKEN_PATH, event.bytes().length, event.bytes()))
                    .isEqualTo(200);
        }
        assertThat(runs().of(event)).isEqualTo(1);
    }

    @Test
    default void anEventThatIsLongerThanAnnouncedIsRefused() throws Exception {
        Event event = Event.any();
        int length = event.bytes().length;
        try (Http2Sender sender = new Http2Sender(server())) {
            byte[] longer = Arrays.copyOf(event.bytes(), length + 1);
            longer[length] = ' ';

            assertThat(sender.status(TOKEN_PATH, length, longer)).isEqualTo(500);
            assertThat(sender.status(TOKEN_PATH, length, event.bytes(), BLANK)).isEqualTo(500);
            assertThat(runs().of(event)).isZero();
            // Others over the same connection come through.
            assertThat(sender.status(TOKEN_PATH, length, event.bytes())).isEqualTo(200);
        }
    }

    @Test
    default void anEventThatIsShorterThanAnnouncedIsRefused() throws Exception {
        Event event = Event.any();
        try (Http2Sender sender = new Http2Sender(server())) {
            assertThat(sender.status(TOKEN_PATH, event.bytes().length + 1, event.bytes()))
                    .isEqualTo(500);
        }
        assertThat(runs().of(event)).isZero();
    }

    @Test
    default void anEventThatTakesTooLongIsAnswered() throws Exception {
        Event event = Event.any();
        byte[] half = Arrays.copyOf(event.bytes(), event.bytes().length / 2);
        try (Http2Sender sender = new Http2Sender(server())) {
            HttpClientRequest request = sender.begin(HASTY_PATH, event.bytes().length);
            request.write(Buffer.buffer(half));

            assertThat(Http2Sender.status(request)).isEqualTo(408);
            assertThat(sender.status(HASTY_PATH, event.bytes().length, event.bytes()))
                    .isEqualTo(200);
        }
        assertThat(runs().of(event)).isEqualTo(1);
    }

    @Override
    default int statusWithoutLength() {
        return 411;
    }
}
