/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.TimeUnit;

/** Speaks HTTP/2 and nothing else, over one connection, and sends other bodies than it announces. */
final class Http2Sender implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final WebhookServer server;

    Http2Sender(WebhookServer server) {
        this.server = server;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1)
                .setSsl(server.isSecure())
                .setUseAlpn(server.isSecure())
                .setTrustAll(true)
                .setVerifyHost(false));
    }

    /** The head of an event with a valid token. */
    HttpClientRequest begin(String path, int length) throws Exception {
        HttpClientRequest request = await(client.request(HttpMethod.POST, server.port(), "127.0.0.1", path));
        request.putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", Integer.toString(length))
                .putHeader("X-Webhook-Token", OLD_TOKEN);
        return request;
    }

    /** What the event is answered with whose body comes in these frames. */
    int status(String path, int length, byte[]... frames) throws Exception {
        HttpClientRequest request = begin(path, length);
        for (byte[] frame : frames) {
            request.write(Buffer.buffer(frame));
        }
        request.end();
        return status(request);
    }

    static int status(HttpClientRequest request) throws Exception {
        return await(request.response()).statusCode();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        vertx.close();
    }
}
