/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * How a call is made. The options of the component document each value.
 *
 * @param connectTimeout    until a connection stands, its TLS handshake included
 * @param responseTimeout   until the answer begins, and between two parts of it
 * @param totalTimeout      for all tries of a call together, from when it has its place
 * @param acquireTimeout    waiting time for its turn and its place
 * @param requestsPerSecond calls of its key that may begin in a second; 0 for any number
 * @param maxAttempts       tries in all
 * @param repeatUnknown     whether a call that may have happened is tried again too
 * @param maxResponseSize   bytes of an answer that are read, and as many after it was decompressed
 */
public record CallSettings(
        Duration connectTimeout,
        Duration responseTimeout,
        Duration totalTimeout,
        Duration acquireTimeout,
        double requestsPerSecond,
        int maxAttempts,
        boolean repeatUnknown,
        int maxResponseSize) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Time between the beginnings of two calls of a key; zero when they are not paced. */
    Duration interval() {
        return requestsPerSecond == 0
                ? Duration.ZERO
                : Duration.ofNanos(Math.round(NANOS_PER_SECOND / requestsPerSecond));
    }

    /** What HttpClient must know of a single request. */
    @SuppressWarnings("deprecation") // Only here can the time to connect differ between calls of one pool.
    public RequestConfig requestConfig() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(connectTimeout))
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setResponseTimeout(Timeout.of(responseTimeout))
                .build();
    }
}
