/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** Reads one answer into bounded memory, and keeps its head even when the rest of it breaks off or is too long. */
final class AnswerConsumer implements AsyncResponseConsumer<HttpAnswer> {

    private static final int FIRST_BUFFER = 1024;

    private final IntUnaryOperator limit;
    private final ByteArrayBuffer body = new ByteArrayBuffer(FIRST_BUFFER);
    private int maxSize;
    private FutureCallback<HttpAnswer> callback;
    private volatile HttpAnswer head;

    /** @param limit bytes that the body of an answer may have, by the status of the answer */
    AnswerConsumer(IntUnaryOperator limit) {
        this.limit = limit;
    }

    /** The answer without its body; null while the status has not come. */
    HttpAnswer head() {
        return head;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<HttpAnswer> result)
            throws IOException {
        head = new HttpAnswer(response, null);
        callback = result;
        maxSize = limit.applyAsInt(response.getCode());
        if (entity == null) {
            finish();
        } else {
            requireRoom(entity.getContentLength());
        }
    }

    private void requireRoom(long length) throws IOException {
        if (length > maxSize - body.length()) {
            throw new ContentTooLongException("Answer larger than %d bytes", maxSize);
        }
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        requireRoom(source.remaining());
        body.append(source);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        finish();
    }

    private void finish() {
        callback.completed(new HttpAnswer(head.head(), body.toByteArray()));
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
