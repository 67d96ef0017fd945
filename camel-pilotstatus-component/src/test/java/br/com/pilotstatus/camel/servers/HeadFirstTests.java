/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.HASTY_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.HMAC_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on servers that let somebody look at a request before its body is read, which Netty does not. */
interface HeadFirstTests extends OnServer {

    Duration AT_ONCE = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {TOKEN_PATH, HMAC_PATH})
    default void whoShowsNoProofIsAnsweredBeforeHeHasSentTheBody(String path) throws IOException {
        assertAnswered(Call.to(path, Event.any().bytes()), 401);
    }

    /** Inflated, a body may be a thousand times as large. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "GZIP", "identity, gzip"})
    default void anEncodedBodyIsRefusedBeforeAByteOfItIsRead(String encoding) throws IOException {
        assertAnswered(Call.with(Event.any()).with("Content-Encoding", encoding), 415);
        assertAnswered(Call.to(TOKEN_PATH, Event.any().bytes()).with("Content-Encoding", encoding), 415);
    }

    /** Servers write parts to disk. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "Multipart/Mixed; boundary=x",
                "application/x-www-form-urlencoded",
                "text/plain"
            })
    default void anotherTypeIsRefusedBeforeAByteOfTheBodyIsRead(String type) throws IOException {
        assertAnswered(Call.to(TOKEN_PATH, Event.any().bytes()).with("Content-Type", type), 415);
    }

    @Test
    default void aBodyThatIsDeclaredTooLargeIsRefusedBeforeItIsRead() throws IOException {
        assertAnswered(Call.with(Event.any()).with("Content-Length", "1048577"), 413);
    }

    @Test
    default void aBodyThatTakesTooLongIsAnswered() throws IOException {
        Event event = Event.any();
        Call call = new Call("POST", HASTY_PATH, Call.with(event).headers(), event.bytes());
        try (Connection connection = Connection.begin(server().port(), call)) {
            assertThat(connection.firstLine(Duration.ofSeconds(5))).contains(" 408 ");
        }
        assertThat(runs().of(event)).isZero();
    }

    private void assertAnswered(Call call, int status) throws IOException {
        try (Connection connection = Connection.begin(server().port(), call)) {
            assertThat(connection.firstLine(AT_ONCE)).contains(" " + status + " ");
        }
    }
}
