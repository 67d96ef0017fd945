/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Sends a JSON object as large as wanted without holding it in memory, at the speed of the reader. */
final class HugeAnswer {

    private static final Buffer BLOCK = Buffer.buffer("x".repeat(64 * 1024));

    private final HttpServerResponse response;
    private long left;

    HugeAnswer(HttpServerResponse response, long bytes) {
        this.response = response;
        this.left = bytes;
    }

    void begin() {
        response.write("{\"error\":\"");
        response.drainHandler(v -> more());
        more();
    }

    private void more() {
        while (left > 0 && !response.closed() && !response.writeQueueFull()) {
            int size = (int) Math.min(left, BLOCK.length());
            response.write(BLOCK.slice(0, size));
            left -= size;
        }
        if (left <= 0 && !response.ended() && !response.closed()) {
            response.end("\"}");
        }
    }
}
