/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up a host name. May take long, so it is asked on threads that may be held up. */
@FunctionalInterface
interface HostResolver {

    /** That of the JVM. */
    HostResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    List<InetAddress> resolve(String name) throws UnknownHostException;
}
