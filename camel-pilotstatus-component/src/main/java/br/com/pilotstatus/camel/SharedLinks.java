/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ClientSettings;
import br.com.pilotstatus.camel.client.LinkClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/** The client for links, with the threads that look up hosts; made when the first media is fetched. */
final class SharedLinks {

    /** A look-up that hangs holds one of them, and no thread of a route. */
    private static final int LOOK_UPS = 16;

    private final ExecutorServiceManager threads;
    private final ClientSettings settings;
    private final SSLContext tls;
    private final ScheduledExecutorService timer;
    private final Lock lock = new ReentrantLock();
    private ExecutorService lookUps;
    private LinkClient client;
    private boolean closed;

    SharedLinks(
            PilotStatusComponent component, ClientSettings settings, SSLContext tls, ScheduledExecutorService timer) {
        this.threads = component.getCamelContext().getExecutorServiceManager();
        this.settings = settings;
        this.tls = tls;
        this.timer = timer;
    }

    LinkClient client() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("Client closed");
            }
            if (client == null) {
                lookUps = ElasticPool.create(
                        LOOK_UPS, new CamelThreadFactory(threads.getThreadNamePattern(), "PilotStatusLookUp", true));
                client = new LinkClient(settings, tls, lookUps, timer);
            }
            return client;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            if (client != null) {
                client.close();
                threads.shutdownNow(lookUps);
            }
        } finally {
            lock.unlock();
        }
    }
}
