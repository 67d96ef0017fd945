/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Configures HttpClient 5: nothing repeated, nothing followed, nothing remembered, every wait bounded. */
final class HttpClients {

    /** Servers and load balancers close idle connections without a word; a send over one of those fails. */
    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(10);
    /** The look for idle connections comes as often, so one lives twice as long at most. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(5);

    /** How often HttpClient looks for time-outs, which is how late one may strike. Its default is a second. */
    private static final TimeValue TIMEOUT_CHECKS = TimeValue.ofMilliseconds(100);

    private HttpClients() {}

    static CloseableHttpAsyncClient create(ClientSettings settings, SSLContext tls) {
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(connections(settings, tls))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setSoTimeout(Timeout.of(settings.responseTimeout()))
                        .setSelectInterval(TIMEOUT_CHECKS)
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                        .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                        .build())
                .setKeepAliveStrategy((response, context) -> LONGEST_IDLE)
                .evictIdleConnections(IDLE)
                .evictExpiredConnections()
                .setUserAgent("camel-pilotstatus")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching();
        if (settings.proxy() != null) {
            addProxy(builder, settings.proxy());
        }
        return builder.build();
    }

    private static PoolingAsyncClientConnectionManager connections(ClientSettings settings, SSLContext tls) {
        ClientTlsStrategyBuilder strategy = ClientTlsStrategyBuilder.create();
        if (tls != null) {
            strategy.setSslContext(tls);
        }
        // Room beside the permits, which alone bound the calls: a connection that a timed-out call leaves behind is
        // closed a moment later, and no call must wait for that.
        int room = 2 * settings.maxInFlight();
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(room)
                .setMaxConnPerRoute(room)
                .setTlsStrategy(strategy.buildAsync())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(Timeout.of(settings.connectTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                        .build())
                .build();
    }

    private static void addProxy(HttpAsyncClientBuilder builder, ClientSettings.Proxy proxy) {
        HttpHost host = new HttpHost(proxy.host(), proxy.port());
        builder.setProxy(host);
        if (proxy.username() != null) {
            char[] password =
                    proxy.password() == null ? new char[0] : proxy.password().toCharArray();
            builder.setDefaultCredentialsProvider(CredentialsProviderBuilder.create()
                    .add(new AuthScope(host), new UsernamePasswordCredentials(proxy.username(), password))
                    .build());
        }
    }
}
