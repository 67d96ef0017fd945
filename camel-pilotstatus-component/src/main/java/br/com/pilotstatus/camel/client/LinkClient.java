/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/**
 * Fetches media from links, which somebody else has written: over a pool of its own, which knows no key and keeps no
 * cookie. Every download ends within the total time.
 */
public final class LinkClient implements AutoCloseable {

    private final ClientSettings settings;
    private final ScheduledExecutorService timer;
    private final CloseableHttpAsyncClient http;
    private final LinkHosts hosts;
    private final RetryPolicy retries;
    private final Semaphore places;
    private final Set<LinkDownload> inProgress = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param settings time-outs, bounds and proxy; those for the API alone do not matter
     * @param tls      TLS context, or null for that of the JVM
     * @param lookUps  threads that look up hosts, and may be held up by it; stay the caller's
     * @param timer    runs time-outs and delays; stays the caller's
     */
    public LinkClient(ClientSettings settings, SSLContext tls, Executor lookUps, ScheduledExecutorService timer) {
        this(settings, tls, HostResolver.SYSTEM, lookUps, timer);
    }

    LinkClient(
            ClientSettings settings,
            SSLContext tls,
            HostResolver resolver,
            Executor lookUps,
            ScheduledExecutorService timer) {
        this.settings = settings;
        this.timer = timer;
        this.hosts = new LinkHosts(resolver, lookUps, settings.proxy() != null);
        this.retries = new Backoff(settings.maxAttempts(), false, new Random());
        this.places = new Semaphore(settings.maxInFlight(), true);
        this.http = HttpClients.createWithoutLookUps(settings, tls);
        http.start();
    }

    /**
     * Fetches media. Blocks only while it waits for one of the places, as many as calls may be under way.
     *
     * @return the media, or a {@link PilotStatusException}; completes on a thread that must not be held up
     */
    public CompletableFuture<LinkAnswer> fetch(MediaLink link, LinkRules rules) {
        PilotStatusException noPlace = enter();
        if (noPlace != null) {
            return CompletableFuture.failedFuture(noPlace);
        }
        LinkDownload download = new LinkDownload(
                link, settings.totalTimeout(), failures -> new LinkTry(http, hosts, rules, failures), retries, timer);
        inProgress.add(download);
        CompletableFuture<LinkAnswer> ended = download.result().whenComplete((answer, failure) -> {
            inProgress.remove(download);
            places.release();
        });
        download.attempt();
        if (closed) {
            download.abandon("the client was closed");
        }
        return ended;
    }

    private PilotStatusException enter() {
        try {
            return places.tryAcquire(settings.acquireTimeout().toNanos(), TimeUnit.NANOSECONDS)
                    ? null
                    : LinkFailures.notTried(
                            ErrorCode.NO_PLACE,
                            "too many downloads are under way, and none ended within "
                                    + settings.acquireTimeout().toMillis()
                                    + " ms; raise maxInFlight or acquireTimeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LinkFailures.notTried(
                    ErrorCode.INTERRUPTED, "the thread was interrupted while waiting for its turn");
        }
    }

    /** Ends the downloads under way. */
    @Override
    public void close() {
        closed = true;
        inProgress.forEach(download -> download.abandon("the client was closed"));
        HttpClients.shutDown(http);
    }
}
