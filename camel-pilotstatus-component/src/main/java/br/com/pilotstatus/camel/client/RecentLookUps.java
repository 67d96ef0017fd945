/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;

/** Looks up hosts, and knows whether the next look-up will take its time. */
final class RecentLookUps implements DnsResolver {

    /** Java remembers an address for 30 seconds unless it is told otherwise. */
    private static final Duration REMEMBERED = Duration.ofSeconds(20);

    private final DnsResolver resolver;
    private volatile Long lookedUp;

    RecentLookUps(DnsResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        lookedUp = System.nanoTime();
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }

    /** Whether a connection can be begun without waiting for a look-up. */
    boolean areRecent() {
        Long last = lookedUp;
        return last != null && System.nanoTime() - last < REMEMBERED.toNanos();
    }
}
