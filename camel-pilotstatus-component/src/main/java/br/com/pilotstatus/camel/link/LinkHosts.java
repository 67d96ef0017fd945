/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import br.com.pilotstatus.camel.client.HostResolver;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Looks up the host of a link once, and lets it through only when every address it has may be called. */
final class LinkHosts {

    private final HostResolver resolver;
    private final Executor threads;
    private final boolean proxied;

    /**
     * @param threads where look-ups may take their time
     * @param proxied whether a proxy looks up the hosts of links, and this machine may not know them
     */
    LinkHosts(HostResolver resolver, Executor threads, boolean proxied) {
        this.resolver = resolver;
        this.threads = threads;
        this.proxied = proxied;
    }

    /**
     * The addresses to call; with a proxy also none, for a host that only the proxy can know.
     *
     * @return completes with a {@link CompletionException} that holds {@link UnknownHostException}, or
     *         {@link PilotStatusValidationException} when an address may not be called
     */
    CompletableFuture<List<InetAddress>> addresses(MediaLink link, LinkRules rules) {
        return CompletableFuture.supplyAsync(() -> check(link, rules), threads);
    }

    private List<InetAddress> check(MediaLink link, LinkRules rules) {
        List<InetAddress> addresses = lookUp(link);
        if (!rules.privateAllowed() && !addresses.stream().allMatch(PublicAddresses::contains)) {
            throw broken("must lead to public addresses only, unless allowPrivateAddresses is set");
        }
        if (!link.encrypted()
                && !rules.insecureAllowed()
                && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            throw broken("must be https, except for a loopback host");
        }
        return addresses;
    }

    private List<InetAddress> lookUp(MediaLink link) {
        Optional<InetAddress> literal = link.literal();
        if (literal.isPresent()) {
            return List.of(literal.get());
        }
        try {
            List<InetAddress> addresses = resolver.resolve(link.host());
            if (addresses.isEmpty()) {
                throw new UnknownHostException();
            }
            return addresses;
        } catch (UnknownHostException e) {
            if (proxied && link.encrypted()) {
                return List.of();
            }
            throw new CompletionException(e);
        }
    }

    private static PilotStatusValidationException broken(String rule) {
        return new PilotStatusValidationException(ErrorCode.MEDIA_LINK_INVALID, MediaLink.FIELD, rule);
    }
}
