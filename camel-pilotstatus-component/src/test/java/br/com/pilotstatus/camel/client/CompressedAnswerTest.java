/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.RecordingTestSupport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are compressed although nobody asked for it. */
class CompressedAnswerTest extends RecordingTestSupport {

    private static final String SEND = "pilotstatus:send?to=+5511988887777";

    private static byte[] compressed(String encoding, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = encoding.endsWith("gzip")
                ? new GZIPOutputStream(bytes)
                : new DeflaterOutputStream(bytes, new Deflater(6, encoding.endsWith("raw")))) {
            stream.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void answer(int status, String encoding, String text) {
        server.answer(
                request -> new RecordingServer.Reply(status, compressed(encoding, text), encoding.replace(" raw", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "deflate raw"})
    void theIdOfAnAcceptedMessageIsRead(String encoding) {
        answer(202, encoding, "{\"id\":\"m1\"}");

        assertThat(send(SEND, "Hi").getMessage().getHeader(PilotStatusConstants.MESSAGE_ID))
                .isEqualTo("m1");
    }

    @Test
    void theErrorCodeOfARefusalIsRead() {
        answer(400, "gzip", "{\"error\":\"no\",\"code\":\"TEMPLATE_NOT_FOUND\"}");

        assertThat(send(SEND, "Hi").getMessage().getHeader(PilotStatusConstants.ERROR_CODE))
                .isEqualTo("TEMPLATE_NOT_FOUND");
    }

    @Test
    void aListIsRead() {
        answer(200, "gzip", "[{\"id\":\"t1\"}]");

        assertThat(send("pilotstatus:templates-list", null).getMessage().getBody())
                .asInstanceOf(LIST)
                .hasSize(1);
    }

    @Test
    void whatGrowsBeyondTheBoundIsNotRead() {
        answer(200, "gzip", "[" + " ".repeat(10_000_000) + "]");

        Exchange exchange = send("pilotstatus:templates-list?maxAttempts=1&maxResponseSize=100000", null);

        assertThat(exchange.getException()).hasMessageContaining("larger than maxResponseSize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "gzip, gzip"})
    void anAcceptedMessageStaysAcceptedWhenItsAnswerCannotBeDecompressed(String encoding) {
        server.answer(request -> new RecordingServer.Reply(202, "no".getBytes(UTF_8), encoding));

        assertThat(send(SEND, "Hi").getMessage().getHeaders())
                .containsEntry(PilotStatusConstants.OUTCOME, "ACCEPTED")
                .doesNotContainKey(PilotStatusConstants.MESSAGE_ID);
    }
}
