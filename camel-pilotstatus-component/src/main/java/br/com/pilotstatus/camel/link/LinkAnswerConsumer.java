/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.error.ErrorCode;
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

/** Reads media into bounded memory, as it comes; of any other answer it keeps the head, and reads little more. */
final class LinkAnswerConsumer implements AsyncResponseConsumer<LinkAnswer> {

    private static final int FIRST_BUFFER = 8192;
    /** Enough to come to the end of a usual error page; past it the connection is closed. */
    private static final int MAX_DISCARDED = 65_536;

    private final int maxSize;
    private final ByteArrayBuffer media = new ByteArrayBuffer(FIRST_BUFFER);
    private int discarded;
    private FutureCallback<LinkAnswer> callback;
    private volatile LinkAnswer head;
    private volatile ErrorCode refusalCode;
    private volatile String refusal;

    LinkAnswerConsumer(int maxSize) {
        this.maxSize = maxSize;
    }

    /** The answer without its body; null while the status has not come. */
    LinkAnswer head() {
        return head;
    }

    ErrorCode refusalCode() {
        return refusalCode;
    }

    /** Why the media is not taken; null when nothing speaks against it. */
    String refusal() {
        return refusal;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<LinkAnswer> result)
            throws IOException {
        head = new LinkAnswer(
                response.getCode(),
                value(response, HttpHeaders.CONTENT_TYPE),
                value(response, HttpHeaders.LOCATION),
                value(response, HttpHeaders.RETRY_AFTER),
                null,
                1);
        callback = result;
        String encoding = value(response, HttpHeaders.CONTENT_ENCODING);
        if (head.holdsMedia() && encoding != null && !"identity".equalsIgnoreCase(encoding.trim())) {
            throw refuse(ErrorCode.MEDIA_INVALID, "is compressed, although that was not asked for");
        }
        if (head.holdsMedia() && entity != null && entity.getContentLength() > maxSize) {
            throw refuse(ErrorCode.MEDIA_TOO_LARGE, tooLarge());
        }
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
        if (!head.holdsMedia()) {
            discarded += length;
            source.position(source.limit());
            if (discarded > MAX_DISCARDED) {
                throw new IOException("Answer of no use");
            }
            return;
        }
        if (length > maxSize - media.length()) {
            throw refuse(ErrorCode.MEDIA_TOO_LARGE, tooLarge());
        }
        byte[] part = new byte[length];
        source.get(part);
        media.append(part, 0, length);
    }

    private String tooLarge() {
        return "is larger than maxMediaSize, " + maxSize + " bytes";
    }

    private IOException refuse(ErrorCode code, String trouble) {
        refusalCode = code;
        refusal = trouble;
        return new IOException("Answer refused");
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        finish();
    }

    private void finish() {
        callback.completed(head.holdsMedia() ? head.withBody(media.toByteArray()) : head);
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
        // The callback of the request hears of it as well and judges it there.
    }

    @Override
    public void releaseResources() {
        // Holds nothing but memory.
    }
}
