/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.soak;

import br.com.pilotstatus.benchmarks.process.ApiServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** An API that accepts everything, and knows which replies it was given, and which twice. */
final class CountingApi implements AutoCloseable {

    private final Seen replies = new Seen();
    private final ApiServer server = new ApiServer(this::note);
    private final String url;

    CountingApi() throws Exception {
        url = "http://127.0.0.1:" + server.start() + "/v1";
    }

    String url() {
        return url;
    }

    Seen replies() {
        return replies;
    }

    private void note(Buffer body) {
        replies.add(Long.parseLong(new JsonObject(body).getString("text").substring(SoakedNode.REPLY.length())));
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
