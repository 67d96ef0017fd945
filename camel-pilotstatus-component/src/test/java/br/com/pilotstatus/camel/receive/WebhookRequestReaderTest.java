/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.pilotstatus.camel.http.RequestHeads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of bodies and headers that the HTTP servers of Camel hand over, which no single server shows all. */
class WebhookRequestReaderTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final WebhookRequestReader reader = new WebhookRequestReader(10, LONG);
    private final Exchange http = new DefaultExchange(new DefaultCamelContext());
    private final Message request = http.getMessage();

    WebhookRequestReaderTest() {
        request.setHeader(Exchange.HTTP_METHOD, "POST");
        request.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    @Test
    void bytesAreTakenAsTheyAre() throws Exception {
        byte[] bytes = {1, (byte) 0xFF, 0, 3};

        assertThat(read(bytes)).containsExactly(bytes);
    }

    @Test
    void aStreamIsReadToItsEnd() throws Exception {
        assertThat(read(new ByteArrayInputStream(new byte[10]))).hasSize(10);
    }

    @Test
    void aStreamIsReadNoFurtherThanTheLimit() {
        CountingStream endless = new CountingStream();

        assertRefused(endless, WebhookAnswer.TOO_LARGE);
        assertThat(endless.read).isEqualTo(11);
    }

    @Test
    void aStreamThatWasReadBeforeIsReadFromItsStart() throws Exception {
        InputStreamCache cache = new InputStreamCache("12345".getBytes(UTF_8));
        cache.readAllBytes();

        assertThat(read(cache)).asString(UTF_8).isEqualTo("12345");
    }

    @Test
    void noBodyIsAnEmptyOne() throws Exception {
        assertThat(read(null)).isEmpty();
    }

    @Test
    void charactersAreNoBytes() {
        assertRefused("{}", WebhookAnswer.FAILED);
        assertRefused(new StringReader("{}"), WebhookAnswer.FAILED);
    }

    @Test
    void whatCannotBeTurnedIntoBytesIsRefused() {
        assertRefused(new Object(), WebhookAnswer.FAILED);
    }

    @Test
    void aLengthBeyondTheLimitIsRefusedBeforeTheBodyIsRead() {
        CountingStream endless = new CountingStream();
        request.setHeader(Exchange.CONTENT_LENGTH, "11");

        assertRefused(endless, WebhookAnswer.TOO_LARGE);
        assertThat(endless.read).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999999999999999"})
    void aLengthThatIsNoneDoesNotReplaceCounting(String length) {
        request.setHeader(Exchange.CONTENT_LENGTH, length);

        assertRefused(new CountingStream(), WebhookAnswer.TOO_LARGE);
    }

    @Test
    void aSecondContentTypeIsRefused() {
        request.setHeader(Exchange.CONTENT_TYPE, List.of("application/json", "text/plain"));

        assertRefused(new byte[1], WebhookAnswer.UNSUPPORTED_TYPE);
    }

    @Test
    void aStreamThatDribblesIsReadNoLongerThanItMayTake() {
        request.setBody(new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                LockSupport.parkNanos(1_000_000);
                return 1;
            }
        });

        assertThatExceptionOfType(WebhookRefusal.class)
                .isThrownBy(() -> new WebhookRequestReader(1_000_000, Duration.ofMillis(50)).body(request))
                .extracting(WebhookRefusal::answer)
                .isEqualTo(WebhookAnswer.TOO_SLOW);
    }

    @Test
    void theLimitMayBeOneByte() throws Exception {
        request.setBody(new byte[1]);

        assertThat(new WebhookRequestReader(1, LONG).body(request)).hasSize(1);
    }

    @Test
    void theLimitMayBeTheLargestThereIs() throws Exception {
        request.setBody(new ByteArrayInputStream(new byte[3]));

        assertThat(new WebhookRequestReader(Integer.MAX_VALUE, LONG).body(request))
                .hasSize(3);
    }

    private byte[] read(Object body) throws WebhookRefusal, IOException {
        request.setBody(body);
        reader.check(RequestHeads.of(http));
        return reader.body(request);
    }

    private void assertRefused(Object body, WebhookAnswer answer) {
        assertThatExceptionOfType(WebhookRefusal.class)
                .isThrownBy(() -> read(body))
                .extracting(WebhookRefusal::answer)
                .isEqualTo(answer);
    }

    /** Never ends, and knows how much was taken. */
    private static final class CountingStream extends InputStream {

        private int read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            read += length;
            return length;
        }
    }
}
