/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import java.util.Map;
import org.apache.camel.spi.RestConsumerFactory;

/**
 * Options by which HTTP servers of Camel hand over a body as it arrives: neither read to its end before it is bounded nor
 * parsed as a form. Knows the servers by name, since none of them needs to be on the class path.
 */
final class RawBody {

    private static final String COMPONENTS = "org.apache.camel.component.";

    private RawBody() {}

    static Map<String, Object> parameters(RestConsumerFactory server) {
        String type = server.getClass().getName();
        if (type.startsWith(COMPONENTS + "jetty")) {
            return Map.of("disableStreamCache", "true", "mapHttpMessageBody", "false");
        }
        if (type.startsWith(COMPONENTS + "netty.http.")) {
            return Map.of("bridgeEndpoint", "true");
        }
        return Map.of();
    }
}
