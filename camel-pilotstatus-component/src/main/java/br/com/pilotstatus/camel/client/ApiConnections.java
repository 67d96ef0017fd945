/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiRequest;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.async.methods.ConfigurableHttpRequest;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.HttpHost;

/** What the calls of a client share: its connections, its places, and the gates of the keys. */
final class ApiConnections implements AutoCloseable {

    private final String basePath;
    private final HttpHost target;
    private final RecentLookUps lookUps;
    private final boolean literal;
    private final CloseableHttpAsyncClient http;
    private final Places places;
    private final KeyGates gates;
    private final ErrorMapper errors = new ErrorMapper(InstantSource.system());

    ApiConnections(PoolSettings settings, SSLContext tls, KeyGates gates, DnsResolver resolver) {
        this.basePath = settings.baseUrl().getRawPath();
        String host = settings.proxy() == null
                ? settings.baseUrl().getHost()
                : settings.proxy().host();
        this.lookUps = new RecentLookUps(resolver, host, System::nanoTime);
        this.literal = host.matches("[0-9.]+|.*:.*");
        this.target = HttpHost.create(settings.baseUrl());
        this.http = HttpClients.create(settings, tls, lookUps);
        this.places = new Places(settings.maxInFlight());
        this.gates = gates;
        http.start();
    }

    /** A try that has not begun. */
    HttpCall prepare(ApiRequest request, CallSettings call) {
        ConfigurableHttpRequest head = HttpCall.head(
                request.operation().method().name(),
                target,
                basePath + request.uri(),
                "application/json",
                call.requestConfig());
        request.headers().forEach(head::setHeader);
        return new HttpCall(http, target, head, request.body(), status -> call.maxResponseSize());
    }

    /**
     * Whether a try can begin without waiting for anything.
     *
     * @param threads which a look-up may hold up
     */
    boolean beginAtOnce(Executor threads) {
        return literal || lookUps.areRecent(threads);
    }

    Places places() {
        return places;
    }

    KeyGates gates() {
        return gates;
    }

    ErrorMapper errors() {
        return errors;
    }

    @Override
    public void close() {
        HttpClients.shutDown(http);
    }
}
