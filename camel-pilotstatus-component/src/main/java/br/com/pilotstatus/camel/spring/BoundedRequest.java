/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.model.UrlQuery;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A request whose body ends one byte after the limit, however it is read, which is enough to see that it is too large, and
 * which does not look like a form, so that nobody parses it as one. Its query shows names only, since others log it. Headers and
 * parameters tell the truth.
 */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final long limit;
    private final long end;
    private ServletInputStream body;

    /**
     * @param limit       the size in bytes of the largest body
     * @param bodyTimeout how long the body may take, as far as that can be seen while a thread waits for it
     */
    BoundedRequest(HttpServletRequest request, int limit, Duration bodyTimeout) {
        super(request);
        this.limit = limit;
        this.end = System.nanoTime() + bodyTimeout.toNanos();
    }

    @Override
    public String getContentType() {
        String type = super.getContentType();
        boolean json = type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
        return json ? type : null;
    }

    // Without equals signs, so that who reads the query besides the parameters finds no further values in it. A part
    // that has none may be a token itself.
    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        return query == null
                ? null
                : Arrays.stream(query.split("&"))
                        .map(part -> part.contains("=") ? part.substring(0, part.indexOf('=')) : UrlQuery.MASKED)
                        .collect(Collectors.joining("&"));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new BoundedStream(super.getInputStream(), limit + 1, end);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding)));
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long end;
        private long left;

        BoundedStream(ServletInputStream body, long left, long end) {
            this.body = body;
            this.left = left;
            this.end = end;
        }

        private void requireTime() throws IOException {
            if (System.nanoTime() - end > 0) {
                throw new IOException("The body of an event took too long");
            }
        }

        @Override
        public int read() throws IOException {
            int next = left > 0 ? body.read() : -1;
            requireTime();
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = body.read(bytes, offset, (int) Math.min(length, left));
            requireTime();
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(body.available(), left);
        }

        @Override
        public boolean isFinished() {
            return left == 0 || body.isFinished();
        }

        @Override
        public boolean isReady() {
            return left == 0 || body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
