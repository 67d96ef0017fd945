/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.hc.client5.http.DnsResolver;

/** A client without Camel, whose threads a test may take away. */
final class BareClient implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(5);

    final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    final ExecutorService threads = Executors.newFixedThreadPool(2);
    final ExecutorService routes = Executors.newCachedThreadPool();
    final PilotStatusClient client;
    private final CallSettings settings;

    BareClient(String address, Duration totalTimeout, DnsResolver resolver) {
        settings = new CallSettings(LONG, LONG, totalTimeout, LONG, 0, 3, false, 1000);
        client = new PilotStatusClient(
                new PoolSettings(URI.create(address), 10, null),
                null,
                new KeyGates(),
                new CallThreads(timer, threads, threads),
                routes,
                resolver);
    }

    /** Completes with how a send failed; with null when it did not. */
    CompletableFuture<Throwable> send(Consumer<EndedCall> observer) {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        client.execute(
                new ApiRequest(Operation.SEND, "/messages/send", Map.of(), new byte[] {'{', '}'}),
                settings,
                new CallListener(() -> {}, observer),
                (response, failure) -> told.complete(failure));
        return told;
    }

    @Override
    public void close() {
        client.close();
        timer.shutdownNow();
        threads.shutdownNow();
        routes.shutdownNow();
    }
}
