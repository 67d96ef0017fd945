/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.DnsResolver;

/** Looks up the host of a client, and remembers it for a moment, in which no connection waits for a look-up. */
final class RecentLookUps implements DnsResolver {

    /** Not longer, for a service that moves. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private record LookUp(InetAddress[] addresses, long time) {}

    private final DnsResolver resolver;
    private final String host;
    private final LongSupplier nanoTime;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile LookUp last;

    RecentLookUps(DnsResolver resolver, String host, LongSupplier nanoTime) {
        this.resolver = resolver;
        this.host = host;
        this.nanoTime = nanoTime;
    }

    @Override
    public InetAddress[] resolve(String name) throws UnknownHostException {
        if (!name.equalsIgnoreCase(host)) {
            return resolver.resolve(name);
        }
        LookUp known = last;
        if (!isRecent(known)) {
            known = new LookUp(resolver.resolve(name), nanoTime.getAsLong());
            last = known;
        }
        return known.addresses().clone();
    }

    @Override
    public String resolveCanonicalHostname(String name) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(name);
    }

    private boolean isRecent(LookUp known) {
        return known != null && nanoTime.getAsLong() - known.time() < REMEMBERED.toNanos();
    }

    /**
     * Whether a connection can be begun without waiting for a look-up. When the last one was too long ago, another is made
     * beside the calls, so that of many that come one after the other only a few need to be handed over.
     *
     * @param threads which a look-up may hold up
     */
    boolean areRecent(Executor threads) {
        LookUp known = last;
        boolean recent = isRecent(known);
        if (!recent && known != null && renewing.compareAndSet(false, true)) {
            try {
                threads.execute(this::renew);
            } catch (RejectedExecutionException closed) {
                renewing.set(false);
            }
        }
        return recent;
    }

    private void renew() {
        try {
            resolve(host);
        } catch (UnknownHostException e) {
            // Who begins a connection asks again, and says so.
        } finally {
            renewing.set(false);
        }
    }
}
