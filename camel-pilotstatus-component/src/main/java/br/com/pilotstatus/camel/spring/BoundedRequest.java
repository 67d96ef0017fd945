/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.model.UrlQuery;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A request whose body ends one byte after the limit, which is enough to see that it is too large, and which does not
 * look like a form, so that nobody parses it as one. Its query shows names only, since others log it. Headers and
 * parameters tell the truth.
 */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final int limit;

    BoundedRequest(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
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
        return new BoundedStream(super.getInputStream(), limit + 1L);
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        BoundedStream(ServletInputStream body, long left) {
            this.body = body;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int next = left > 0 ? body.read() : -1;
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = body.read(bytes, offset, (int) Math.min(length, left));
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
