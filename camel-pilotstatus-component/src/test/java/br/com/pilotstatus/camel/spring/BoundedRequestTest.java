/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bound of a body in Spring Boot holds however the body is read. */
class BoundedRequestTest {

    private static final int LIMIT = 10;

    private static BoundedRequest request() {
        ServletInputStream body = new Body("x".repeat(100).getBytes(StandardCharsets.US_ASCII));
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                BoundedRequestTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getInputStream") ? body : null);
        return new BoundedRequest(request, LIMIT, Duration.ofMinutes(1));
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            return bytes.read(to, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aReaderEndsOneByteAfterTheLimit() throws IOException {
        assertThat(request().getReader().readLine()).hasSize(LIMIT + 1);
    }

    @Test
    void askingForTheBodyAgainGivesNoMore() throws IOException {
        BoundedRequest request = request();
        assertThat(request.getInputStream().readAllBytes()).hasSize(LIMIT + 1);
        assertThat(request.getInputStream().readAllBytes()).isEmpty();
        assertThat(request.getReader().readLine()).isNull();
    }
}
