/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A resolver that does not answer holds up neither the thread of a route nor the end of a call. */
@Timeout(30)
class SlowLookUpTest {

    private static final CallSettings SETTINGS = new CallSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            0,
            3,
            false,
            1000);

    private final CountDownLatch never = new CountDownLatch(1);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final ExecutorService routes = Executors.newCachedThreadPool();
    private final PilotStatusClient client = new PilotStatusClient(
            new PoolSettings(URI.create("http://api.test/v1"), 10, null),
            null,
            new KeyGates(),
            new CallThreads(timer, threads, threads),
            routes,
            new DnsResolver() {
                @Override
                public InetAddress[] resolve(String host) throws UnknownHostException {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException();
                }

                @Override
                public String resolveCanonicalHostname(String host) {
                    return host;
                }
            });

    @AfterEach
    void close() {
        never.countDown();
        client.close();
        timer.shutdownNow();
        threads.shutdownNow();
        routes.shutdownNow();
    }

    private CompletableFuture<Throwable> send() {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        client.execute(
                new ApiRequest(Operation.SEND, "/messages/send", Map.of(), new byte[] {'{', '}'}),
                SETTINGS,
                new CallListener() {
                    @Override
                    public void ended(EndedCall call) {
                        // Nobody counts.
                    }

                    @Override
                    public void then(ApiResponse response, Throwable failure) {
                        told.complete(failure);
                    }
                });
        return told;
    }

    @Test
    void everyCallEndsInItsTimeAndWasNotSent() throws Exception {
        // More than there are threads that may be held up.
        List<CompletableFuture<Throwable>> calls =
                Stream.generate(this::send).limit(5).toList();

        for (CompletableFuture<Throwable> call : calls) {
            assertThat(call.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(PilotStatusTransportException.class)
                    .hasMessageContaining("was not sent: it did not end within 1000 ms");
        }
    }
}
