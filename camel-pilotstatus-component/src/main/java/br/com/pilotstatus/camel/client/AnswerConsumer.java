/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** Reads one answer into bounded memory, and keeps its status even when the rest of it breaks off. */
final class AnswerConsumer implements AsyncResponseConsumer<ApiResponse> {

    private static final int FIRST_BUFFER = 1024;

    private final int maxSize;
    private final ByteArrayBuffer body = new ByteArrayBuffer(FIRST_BUFFER);
    private FutureCallback<ApiResponse> callback;
    private volatile ApiResponse head;

    AnswerConsumer(int maxSize) {
        this.maxSize = maxSize;
    }

    /** The answer without its body; null while the status has not come. */
    ApiResponse head() {
        return head;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<ApiResponse> result) {
        head = new ApiResponse(
                response.getCode(),
                value(response, HttpHeaders.RETRY_AFTER),
                ContentEncoding.of(value(response, HttpHeaders.CONTENT_ENCODING)),
                null,
                null,
                1);
        callback = result;
        if (entity == null) {
            finish();
        }
    }

    private static String value(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        int length = source.remaining();
        if (length > maxSize - body.length()) {
            throw new IOException("Answer larger than " + maxSize + " bytes");
        }
        byte[] part = new byte[length];
        source.get(part);
        body.append(part, 0, length);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        finish();
    }

    private void finish() {
        callback.completed(head.withBody(head.encoding(), body.toByteArray()));
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // A 1xx decides nothing.
    }

    @Override
    public void failed(Exception cause) {
        // The call's own callback hears of it as well and judges it there.
    }

    @Override
    public void releaseResources() {
        // Holds nothing but memory.
    }
}
