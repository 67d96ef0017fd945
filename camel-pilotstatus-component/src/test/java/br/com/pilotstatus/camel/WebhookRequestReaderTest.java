/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import br.com.pilotstatus.camel.event.Delivery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
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

    private final WebhookRequestReader reader = new WebhookRequestReader(10);
    private final Message request = new DefaultExchange(new DefaultCamelContext()).getMessage();

    WebhookRequestReaderTest() {
        request.setHeader(Exchange.HTTP_METHOD, "POST");
        request.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    @Test
    void bytesAreTakenAsTheyAre() throws Exception {
        byte[] bytes = {1, (byte) 0xFF, 0, 3};

        assertThat(read(bytes).body()).containsExactly(bytes);
    }

    @Test
    void aStreamIsReadToItsEnd() throws Exception {
        assertThat(read(new ByteArrayInputStream(new byte[10])).body()).hasSize(10);
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

        assertThat(read(cache).body()).asString(UTF_8).isEqualTo("12345");
    }

    @Test
    void noBodyIsAnEmptyOne() throws Exception {
        assertThat(read(null).body()).isEmpty();
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
    void theValuesOfAHeaderAreFoundByAnySpelling() throws Exception {
        request.setHeader("x-signature", List.of("a", "b"));

        assertThat(read(new byte[1]).values("X-Signature")).containsExactly("a", "b");
        assertThat(read(new byte[1]).values("X-Other")).isEmpty();
    }

    @Test
    void aParameterThatTheServerLeftEncodedIsDecoded() throws Exception {
        request.setHeader("token", "a%2Bb%26c");
        request.setHeader(Exchange.HTTP_RAW_QUERY, "token=a%2Bb%26c");

        assertThat(read(new byte[1]).values("token")).containsExactly("a%2Bb%26c", "a+b&c");
    }

    @Test
    void aParameterThatTheServerDecodedIsOneValue() throws Exception {
        request.setHeader("token", "a+b");
        request.setHeader(Exchange.HTTP_QUERY, "token=a%2Bb");

        assertThat(read(new byte[1]).values("token")).containsExactly("a+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=", "token", "token=%", "token=%zz", "token=%c3%28", "%=%&&=="})
    void aQueryThatIsNoneIsNoFailure(String query) throws Exception {
        request.setHeader(Exchange.HTTP_QUERY, query);

        assertThat(read(new byte[1]).body()).hasSize(1);
    }

    @Test
    void theLimitMayBeOneByte() throws Exception {
        request.setBody(new byte[1]);

        assertThat(new WebhookRequestReader(1).read(request).body()).hasSize(1);
    }

    @Test
    void theLimitMayBeTheLargestThereIs() throws Exception {
        request.setBody(new ByteArrayInputStream(new byte[3]));

        assertThat(new WebhookRequestReader(Integer.MAX_VALUE).read(request).body())
                .hasSize(3);
    }

    private Delivery read(Object body) throws WebhookRefusal, IOException {
        request.setBody(body);
        return reader.read(request);
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
