/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_SECRET;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of every size, shape and pace. */
interface BodyTests extends OnServer {

    @Test
    default void aMebibyteIsAccepted() {
        Event event = Event.ofSize(MEBIBYTE);

        assertAccepted(Call.signed(OLD_SECRET, event.bytes()), event);
    }

    @Test
    default void aByteMoreIsTooLarge() {
        Event event = Event.ofSize(MEBIBYTE + 1);

        assertRefused(Call.with(event), event, 413);
    }

    @Test
    default void aBodyInChunksIsAccepted() {
        Event event = Event.ofSize(100_000);

        assertAccepted(Call.signed(OLD_SECRET, event.bytes()).with("Transfer-Encoding", "chunked"), event);
    }

    @Test
    default void aByteMoreInChunksIsTooLarge() {
        Event event = Event.ofSize(MEBIBYTE + 1);

        assertRefused(Call.with(event).with("Transfer-Encoding", "chunked"), event, 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
    default void aBodyWithoutEndIsNotReadForEver(String contentType) throws IOException {
        assertThat(mebibytesTaken(TOKEN_PATH, contentType)).isLessThan(ENDLESS);
    }

    @Test
    default void aBodyThatDribblesInIsWaitedFor() throws IOException {
        Event event = Event.any();
        Call call = Call.signed(OLD_SECRET, event.bytes());
        try (Connection connection = new Connection(server().port())) {
            connection.trySend(call.head());
            for (int i = 0; i < event.bytes().length; i++) {
                connection.trySend(Arrays.copyOfRange(event.bytes(), i, i + 1));
                if (i % 50 == 49) {
                    await().during(Duration.ofMillis(100))
                            .atMost(Duration.ofSeconds(5))
                            .until(() -> !connection.isAnswered());
                }
            }

            assertThat(connection.answer().status()).isEqualTo(200);
        }
        assertThat(runs().of(event)).isEqualTo(1);
    }

    @Test
    default void aCompressedBodyIsUnsupported() throws IOException {
        Event event = Event.any();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(event.bytes());
        }

        assertRefused(Call.with(event).body(compressed.toByteArray()).with("Content-Encoding", "gzip"), event, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/json", "application/octet-stream", "nonsense"})
    default void anotherContentTypeIsUnsupported(String contentType) {
        Event event = Event.any();

        assertRefused(Call.with(event).with("Content-Type", contentType), event, 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/x-java-serialized-object"
            })
    default void aContentTypeThatServersLookIntoIsNotAccepted(String contentType) {
        Event event = Event.any();

        assertThat(send(Call.with(event).with("Content-Type", contentType)).accepted())
                .isFalse();
        assertThat(runs().of(event)).isZero();
    }

    @Test
    default void anEmptyBodyIsNoEvent() {
        assertThat(send(Call.with(Event.any()).body(new byte[0])).status()).isEqualTo(400);
    }

    @Test
    default void aBodyThatNestsTooDeepIsNoEvent() {
        Event event = Event.any();
        String bomb = event.json().replace("\"Hello\"", "[".repeat(200_000) + "]".repeat(200_000));

        assertRefused(Call.with(event).body(bomb.getBytes(UTF_8)), event, 400);
    }

    @Test
    default void aBodyThatIsCutShortIsNotAccepted() throws IOException {
        Event event = Event.any();
        Call call = Call.with(event);
        try (Connection connection = new Connection(server().port())) {
            connection.trySend(call.head());
            connection.trySend(Arrays.copyOf(event.bytes(), event.bytes().length - 1));
            connection.endOfRequest();

            assertThat(connection.answer().accepted()).isFalse();
        }
        assertThat(runs().of(event)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "HEAD", "TRACE"})
    default void anotherMethodIsNotAllowed(String method) {
        Event event = Event.any();

        assertThat(send(Call.with(event).method(method)).accepted()).isFalse();
        assertThat(runs().of(event)).isZero();
    }

    @Test
    default void askingForTheMethodsRunsNothing() {
        Event event = Event.any();

        send(Call.with(event).method("OPTIONS"));
        assertThat(runs().of(event)).isZero();
    }
}
