/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.client.KeyGates;
import br.com.pilotstatus.camel.client.PoolSettings;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.observe.PilotStatusMetrics;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The clients of a component: one for each address, TLS context, proxy and size. How a call is made travels with the call. */
public final class SharedClients {

    private record Key(PoolSettings settings, SSLContextParameters tls) {}

    private final Supplier<CamelContext> context;
    private final Supplier<PilotStatusMetrics> metrics;
    private final Consumer<PilotStatusConfiguration> opening;
    private final KeyGates gates = new KeyGates();
    private final Lock lock = new ReentrantLock();
    private final Map<Key, SharedClient> clients = new HashMap<>();
    private SharedThreads threads;
    private boolean closed;

    /** @param opening told of the options that each client is made for */
    public SharedClients(
            Supplier<CamelContext> context,
            Supplier<PilotStatusMetrics> metrics,
            Consumer<PilotStatusConfiguration> opening) {
        this.context = context;
        this.metrics = metrics;
        this.opening = opening;
    }

    /**
     * The client for these options, made when first asked for. It lives until this is closed.
     *
     * @throws PilotStatusTransportException when this is closed
     */
    public SharedClient get(PilotStatusConfiguration options, String operation) throws Exception {
        Key key = new Key(settings(options), options.getSslContextParameters());
        lock.lock();
        try {
            if (closed) {
                throw PilotStatusTransportException.notSent(
                        ErrorCode.STOPPED, operation, "the component is stopped", null);
            }
            SharedClient client = clients.get(key);
            if (client == null) {
                SSLContext tls = key.tls() == null ? null : key.tls().createSSLContext(context.get());
                if (threads == null) {
                    threads = new SharedThreads(context.get(), this);
                }
                client = new SharedClient(clients.size() + 1, key.settings(), tls, gates, threads);
                clients.put(key, client);
                metrics.get().opened(client.number(), client::inFlight);
                opening.accept(options);
            }
            return client;
        } finally {
            lock.unlock();
        }
    }

    private static PoolSettings settings(PilotStatusConfiguration options) {
        String address = options.getBaseUrl();
        PoolSettings.Proxy proxy = options.getProxyHost() == null
                ? null
                : new PoolSettings.Proxy(
                        options.getProxyHost(),
                        options.getProxyPort(),
                        options.getProxyUsername(),
                        options.getProxyPassword());
        return new PoolSettings(
                URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address),
                options.getMaxInFlight(),
                proxy);
    }

    /** The clients made so far, in that order. */
    public List<SharedClient> all() {
        lock.lock();
        try {
            return clients.values().stream()
                    .sorted(Comparator.comparingInt(SharedClient::number))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** How long each key that must pause will do so. */
    public List<Duration> pauses() {
        return gates.pauses();
    }

    public void open() {
        lock.lock();
        try {
            closed = false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all calls and makes no further client. */
    public void close() {
        List<SharedClient> open;
        SharedThreads last;
        lock.lock();
        try {
            closed = true;
            open = all();
            clients.clear();
            last = threads;
            threads = null;
        } finally {
            lock.unlock();
        }
        // Without the lock, which a call that ends may need; and all are told to end before the first is waited for.
        open.forEach(SharedClient::abandonAll);
        if (last != null) {
            close(open, last);
        }
    }

    /** All at once, so that several take no longer than one. */
    private void close(List<SharedClient> open, SharedThreads last) {
        ExecutorService closing = last.elastic(Math.max(1, open.size()), "PilotStatusStop");
        CompletableFuture.allOf(open.stream()
                        .map(client -> CompletableFuture.runAsync(client::close, closing))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        open.forEach(client -> metrics.get().closed(client.number()));
        last.end(closing);
        last.close();
    }
}
