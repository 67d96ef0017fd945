/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.net.URI;

/**
 * What a client is made of, together with its TLS context; calls that name the same share a client, and so its connections
 * and places. How a call is made travels with the call: {@link CallSettings}.
 *
 * @param baseUrl     address of the API
 * @param maxInFlight calls under way at once
 * @param proxy       the HTTP proxy, or null
 */
public record PoolSettings(URI baseUrl, int maxInFlight, Proxy proxy) {

    /** An HTTP proxy; user name and password may be null. */
    public record Proxy(String host, int port, String username, String password) {

        @Override
        public String toString() {
            return "Proxy[" + host + ":" + port + "]";
        }
    }
}
