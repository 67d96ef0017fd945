/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Takes a body as it comes, up to one byte more than a gate allows and as long as it allows. */
final class ServletBody implements ReadListener {

    private static final int CHUNK = 8192;

    private final ServletInputStream in;
    private final int limit;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private ServletBody(ServletInputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The body; fails when it does not come to its end in time. */
    static CompletableFuture<byte[]> read(ServletInputStream in, RequestGate gate) {
        ServletBody body = new ServletBody(in, gate.maxBodySize());
        body.whole.orTimeout(gate.bodyTimeout().toMillis(), TimeUnit.MILLISECONDS);
        in.setReadListener(body);
        return body.whole;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (!whole.isDone() && in.isReady() && !in.isFinished()) {
            int count = in.read(chunk, 0, (int) Math.min(CHUNK, limit + 1L - taken.size()));
            taken.write(chunk, 0, Math.max(0, count));
            if (taken.size() > limit) {
                whole.complete(taken.toByteArray());
            }
        }
    }

    @Override
    public void onAllDataRead() {
        whole.complete(taken.toByteArray());
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }
}
