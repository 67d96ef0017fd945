/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.client.KeyGates;
import br.com.pilotstatus.camel.client.PilotStatusClient;
import br.com.pilotstatus.camel.client.PoolSettings;
import br.com.pilotstatus.camel.link.LinkClient;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;

/**
 * The client of all endpoints with the same address, TLS context, proxy and size, with the threads on which their routes go
 * on. Those are as many as calls may be under way, and idle ones end.
 */
public final class SharedClient {

    private final int number;
    private final PoolSettings settings;
    private final SSLContext tls;
    private final SharedThreads threads;
    private final ExecutorService routes;
    private final PilotStatusClient client;
    private final Lock lock = new ReentrantLock();
    private LinkClient links;
    private volatile boolean closed;

    /** @param number tells the clients of a component apart, where people look at them */
    SharedClient(int number, PoolSettings settings, SSLContext tls, KeyGates gates, SharedThreads threads) {
        this.number = number;
        this.settings = settings;
        this.tls = tls;
        this.threads = threads;
        this.routes = threads.elastic(settings.maxInFlight(), "PilotStatus");
        this.client = new PilotStatusClient(settings, tls, gates, threads.forCalls(), routes);
    }

    PilotStatusClient calls() {
        return client;
    }

    /** For media from links; made when it is first asked for. */
    LinkClient links() {
        lock.lock();
        try {
            if (links == null) {
                links = new LinkClient(settings, tls, threads.forCalls(), routes);
                if (closed) {
                    links.close();
                }
            }
            return links;
        } finally {
            lock.unlock();
        }
    }

    public int number() {
        return number;
    }

    public String host() {
        return settings.baseUrl().getHost();
    }

    /** Calls under way, those included that wait for their next try. */
    public int inFlight() {
        return client.inFlight();
    }

    public int maxInFlight() {
        return settings.maxInFlight();
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends whatever is under way, so that nothing waits any more when this is closed. */
    void abandonAll() {
        closed = true;
        client.abandonAll();
        openedLinks().ifPresent(LinkClient::abandonAll);
    }

    void close() {
        client.close();
        openedLinks().ifPresent(LinkClient::close);
        threads.end(routes);
    }

    private Optional<LinkClient> openedLinks() {
        lock.lock();
        try {
            return Optional.ofNullable(links);
        } finally {
            lock.unlock();
        }
    }
}
