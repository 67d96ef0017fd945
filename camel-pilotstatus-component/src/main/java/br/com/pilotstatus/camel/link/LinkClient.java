/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.client.Backoff;
import br.com.pilotstatus.camel.client.CallInProgress;
import br.com.pilotstatus.camel.client.CallSettings;
import br.com.pilotstatus.camel.client.CallThreads;
import br.com.pilotstatus.camel.client.HostResolver;
import br.com.pilotstatus.camel.client.HttpClients;
import br.com.pilotstatus.camel.client.Places;
import br.com.pilotstatus.camel.client.PoolSettings;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;

/**
 * Fetches media from links, which somebody else has written: over a pool of its own, which knows no key and keeps no
 * cookie. Every download ends within the total time.
 */
public final class LinkClient implements AutoCloseable {

    private final CallThreads threads;
    private final Executor routes;
    private final CloseableHttpAsyncClient http;
    private final LinkHosts hosts;
    private final Places places;
    private final RandomGenerator random = new Random();
    private final Set<LinkDownload> downloads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param settings proxy, and how many downloads may be under way; the address of the API does not matter
     * @param tls      TLS context, or null for that of the JVM
     * @param threads  those that downloads need; hosts are looked up on the starters
     * @param routes   on which routes go on, and may be held up
     */
    public LinkClient(PoolSettings settings, SSLContext tls, CallThreads threads, Executor routes) {
        this(settings, tls, HostResolver.SYSTEM, threads, routes);
    }

    LinkClient(PoolSettings settings, SSLContext tls, HostResolver resolver, CallThreads threads, Executor routes) {
        this.threads = threads;
        this.routes = routes;
        this.hosts = new LinkHosts(resolver, threads.starters(), settings.proxy() != null);
        this.places = new Places(settings.maxInFlight());
        this.http = HttpClients.createWithoutLookUps(settings, tls);
        http.start();
    }

    /**
     * Fetches media, without waiting for anything.
     *
     * @param then hears what came of it: the media, or a {@link PilotStatusException}; on a thread that may be held up
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The last stage only hands over, and cannot fail.
    public void fetch(MediaLink link, LinkRules rules, CallSettings settings, BiConsumer<LinkAnswer, Throwable> then) {
        LinkDownload download = new LinkDownload(
                link,
                settings,
                attempt -> new LinkTry(http, hosts, rules, settings.requestConfig(), new LinkFailures(attempt)),
                new Backoff(settings.maxAttempts(), false, random),
                places,
                threads,
                downloads::remove);
        downloads.add(download);
        download.result().whenComplete((answer, failure) -> {
            Runnable step = () -> then.accept(answer, failure);
            try {
                routes.execute(step);
            } catch (RejectedExecutionException e) {
                step.run();
            }
        });
        if (closed) {
            download.abandon(CallInProgress.Reason.CLOSED);
        }
        download.begin();
    }

    /** Ends all downloads, and begins none any more. */
    public void abandonAll() {
        closed = true;
        CallInProgress.abandonAll(downloads, CallInProgress.Reason.CLOSED);
    }

    @Override
    public void close() {
        abandonAll();
        HttpClients.shutDown(http);
    }
}
