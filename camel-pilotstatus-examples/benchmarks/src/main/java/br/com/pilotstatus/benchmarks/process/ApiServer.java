/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.process;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The API as far as a benchmark needs it: takes whatever is sent and answers 202 to each. Prints
 * its port, then serves until its input ends. The simulator, which checks and remembers, would be measured more than its
 * callers.
 */
public final class ApiServer implements AutoCloseable {

    /** What is asked below it is answered after a second. */
    static final String SLOW_PATH = "/slow";

    private static final long SLOW_MILLIS = 1000;
    private static final int ACCEPTED = 202;
    private static final long GRACE_SECONDS = 10;
    private static final String BEFORE_ID = "{\"id\":\"cmq1x7d3k";
    private static final String AFTER_ID = "\",\"correlationId\":\"5d0b1a52-7a35-4f0c-9a0e-2f6f0a9be001\","
            + "\"status\":\"QUEUED\",\"createdAt\":\"2026-08-01T12:00:00.000Z\",\"origin\":\"api\"}";

    private final Vertx vertx = Vertx.vertx();
    private final Consumer<Buffer> heard;
    /** Of one event loop. */
    private long messages = 1_000_000_000_000_000L;

    /** @param heard told of each body, on the one thread that serves */
    public ApiServer(Consumer<Buffer> heard) {
        this.heard = heard;
    }

    public static void main(String[] args) throws Exception {
        System.out.println(new ApiServer(body -> {}).start());
        while (System.in.read() >= 0) {
            // Goes on until the one that started it is gone.
        }
        System.exit(0);
    }

    /** Serves, and returns the port. */
    public int start() throws ExecutionException, InterruptedException {
        return vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(GRACE_SECONDS, TimeUnit.SECONDS);
    }

    private void receive(HttpServerRequest request) {
        request.bodyHandler(body -> {
            heard.accept(body);
            if (request.path().startsWith(SLOW_PATH)) {
                vertx.setTimer(SLOW_MILLIS, timer -> answer(request));
            } else {
                answer(request);
            }
        });
    }

    private void answer(HttpServerRequest request) {
        request.response()
                .setStatusCode(ACCEPTED)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(BEFORE_ID + ++messages + AFTER_ID));
    }
}
