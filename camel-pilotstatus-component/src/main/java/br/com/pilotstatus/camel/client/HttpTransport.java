/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.HttpHost;

/** Sends over HttpClient 5 and holds every try to its time. */
final class HttpTransport implements Transport {

    private final ClientSettings settings;
    private final ScheduledExecutorService timer;
    private final CloseableHttpAsyncClient http;
    private final HttpHost target;
    private final Set<HttpCall> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HttpTransport(ClientSettings settings, SSLContext tls, ScheduledExecutorService timer) {
        this.settings = settings;
        this.timer = timer;
        this.target = HttpHost.create(settings.baseUrl());
        this.http = HttpClients.create(settings, tls);
        http.start();
    }

    @Override
    public CompletableFuture<Reply> send(ApiRequest request, Duration timeout) {
        HttpCall call = new HttpCall(request, settings.maxResponseSize());
        running.add(call);
        Future<?> alarm = timer.schedule(() -> call.timeOut(timeout), timeout.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<Reply> reply =
                call.start(http, target, settings.baseUrl().getRawPath() + request.uri(), request);
        if (closed) {
            endOnClose(call);
        }
        return reply.whenComplete((ended, none) -> {
            alarm.cancel(false);
            running.remove(call);
        });
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(HttpTransport::endOnClose);
        HttpClients.shutDown(http);
    }

    private static void endOnClose(HttpCall call) {
        call.giveUp("the client was closed", new IllegalStateException("Client closed"));
    }
}
