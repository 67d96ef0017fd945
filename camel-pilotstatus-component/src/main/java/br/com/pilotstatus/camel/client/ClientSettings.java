/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.net.URI;
import java.time.Duration;

/**
 * What a client is made of; clients with equal settings are one. The options of the component document each value.
 *
 * @param baseUrl         address of the API
 * @param connectTimeout  until a connection stands, its TLS handshake included
 * @param responseTimeout until the answer begins, and between two parts of it
 * @param totalTimeout    for all tries of a call together
 * @param maxInFlight     calls under way at once
 * @param acquireTimeout  waiting time for one of those places
 * @param requestsPerSecond calls that may begin in a second, per key; 0 for any number
 * @param maxAttempts     tries of a call in all
 * @param repeatUnknown   whether a call that may have happened is tried again too
 * @param maxResponseSize bytes of an answer that are read
 * @param proxy           the HTTP proxy, or null
 */
public record ClientSettings(
        URI baseUrl,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration totalTimeout,
        int maxInFlight,
        Duration acquireTimeout,
        double requestsPerSecond,
        int maxAttempts,
        boolean repeatUnknown,
        int maxResponseSize,
        Proxy proxy) {

    /** Time between the beginnings of two calls of a key; zero when they are not paced. */
    Duration interval() {
        return requestsPerSecond == 0
                ? Duration.ZERO
                : Duration.ofNanos(Math.round(NANOS_PER_SECOND / requestsPerSecond));
    }

    private static final double NANOS_PER_SECOND = 1e9;

    /** An HTTP proxy; user name and password may be null. */
    public record Proxy(String host, int port, String username, String password) {

        @Override
        public String toString() {
            return "Proxy[" + host + ":" + port + "]";
        }
    }
}
