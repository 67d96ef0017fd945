/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.client.Backoff;
import br.com.pilotstatus.camel.client.CallSettings;
import br.com.pilotstatus.camel.client.CallThreads;
import br.com.pilotstatus.camel.client.CallsUnderWay;
import br.com.pilotstatus.camel.client.HttpCall;
import br.com.pilotstatus.camel.client.HttpClients;
import br.com.pilotstatus.camel.client.Places;
import br.com.pilotstatus.camel.client.PoolSettings;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.net.InetAddress;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;

/**
 * Fetches media from links, which somebody else has written: over a pool of its own, which knows no key and keeps no
 * cookie. Every download ends within the total time.
 */
public final class LinkClient implements AutoCloseable {

    /** Enough to come to the end of a usual error page; past it the connection is closed. */
    private static final int MAX_DISCARDED = 65_536;

    private final CallThreads threads;
    private final CloseableHttpAsyncClient http;
    private final LinkHosts hosts;
    private final Places places;
    private final CallsUnderWay downloads;

    /**
     * @param settings proxy, and how many downloads may be under way; the address of the API does not matter
     * @param tls      TLS context, or null for that of the JVM
     * @param threads  those that downloads need; hosts are looked up on the starters
     * @param routes   on which routes go on, and may be held up
     */
    public LinkClient(PoolSettings settings, SSLContext tls, CallThreads threads, Executor routes) {
        this(settings, tls, LinkHosts.Resolver.SYSTEM, threads, routes);
    }

    LinkClient(
            PoolSettings settings, SSLContext tls, LinkHosts.Resolver resolver, CallThreads threads, Executor routes) {
        this.threads = threads;
        this.hosts = new LinkHosts(resolver, settings.proxy() != null);
        this.places = new Places(settings.maxInFlight());
        this.downloads = new CallsUnderWay(routes);
        this.http = HttpClients.createWithoutLookUps(settings, tls);
        http.start();
    }

    /**
     * Fetches media, without waiting for anything.
     *
     * @param then hears what came of it: the media, or a {@link PilotStatusException}; on a thread that may be held up
     */
    public void fetch(MediaLink link, LinkRules rules, CallSettings settings, BiConsumer<LinkAnswer, Throwable> then) {
        LinkDownload download = new LinkDownload(
                link,
                settings,
                attempt -> new LinkTry(
                        (next, address) -> call(next, address, rules, settings),
                        hosts,
                        rules,
                        threads.starters(),
                        new LinkFailures(attempt)),
                new Backoff(settings.maxAttempts(), false),
                places,
                threads);
        downloads.begin(download, then);
    }

    private HttpCall call(MediaLink link, InetAddress address, LinkRules rules, CallSettings settings) {
        HttpHost target = link.target(address);
        return new HttpCall(
                http,
                target,
                HttpCall.head("GET", target, link.pathAndQuery(), "*/*", settings.requestConfig()),
                null,
                status -> status == HttpStatus.SC_OK ? rules.maxSize() : MAX_DISCARDED);
    }

    /** Ends all downloads, and begins none any more. */
    public void abandonAll() {
        downloads.abandonAll();
    }

    @Override
    public void close() {
        abandonAll();
        HttpClients.shutDown(http);
    }
}
