/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/**
 * The body of one request, and the witness of whether any of it left. HttpClient asks for data only once a connection
 * stands and the head is written, and a service cannot accept a request whose announced body never came.
 */
final class RequestBody implements AsyncEntityProducer {

    private enum State {
        WAITING,
        ASKED,
        WITHDRAWN
    }

    private final byte[] content;
    private final ByteBuffer remaining;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    RequestBody(byte[] content) {
        this.content = content;
        this.remaining = ByteBuffer.wrap(content);
    }

    /** Forbids sending from now on; false when it has begun already. */
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (!state.compareAndSet(State.WAITING, State.ASKED) && state.get() == State.WITHDRAWN) {
            throw new IOException("Given up before it was sent");
        }
        if (remaining.hasRemaining()) {
            channel.write(remaining);
        }
        if (!remaining.hasRemaining()) {
            channel.endStream();
        }
    }

    @Override
    public int available() {
        return remaining.remaining();
    }

    @Override
    public long getContentLength() {
        return content.length;
    }

    @Override
    public String getContentType() {
        return ContentType.APPLICATION_JSON.toString();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public void failed(Exception cause) {
        withdraw();
    }

    @Override
    public void releaseResources() {
        // Holds nothing but memory.
    }
}
