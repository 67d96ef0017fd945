/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Looks up the host of a link once, and lets it through only when every address it has may be called.
 *
 * @param proxied whether a proxy looks up the hosts of links, and this machine may not know them
 */
record LinkHosts(Resolver resolver, boolean proxied) {

    /** Looks up a host name. May take long, so it is asked on threads that may be held up. */
    @FunctionalInterface
    interface Resolver {

        /** That of the JVM. */
        Resolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

        List<InetAddress> resolve(String name) throws UnknownHostException;
    }

    /**
     * The addresses to call; with a proxy also none, for a host that only the proxy can know. May take its time.
     *
     * @throws br.com.pilotstatus.camel.error.PilotStatusValidationException when an address may not be called
     */
    List<InetAddress> addresses(MediaLink link, LinkRules rules) throws UnknownHostException {
        List<InetAddress> addresses = lookUp(link);
        if (!rules.privateAllowed() && !addresses.stream().allMatch(PublicAddresses::contains)) {
            throw MediaLink.broken("must lead to public addresses only, unless allowPrivateAddresses is set");
        }
        if (!link.encrypted()
                && !rules.insecureAllowed()
                && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            throw MediaLink.broken("must be https, except for a loopback host");
        }
        return addresses;
    }

    private List<InetAddress> lookUp(MediaLink link) throws UnknownHostException {
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
            throw e;
        }
    }
}
