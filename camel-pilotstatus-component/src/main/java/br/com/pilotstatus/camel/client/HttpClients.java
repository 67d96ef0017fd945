/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;

/**
 * Configures HttpClient 5: nothing repeated, nothing followed, nothing remembered, every wait bounded; by the
 * request, since the calls of a pool differ in what they wait for.
 */
public final class HttpClients {

    /** Servers and load balancers close idle connections without a word; a send over one of those fails. */
    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(10);
    /** The look for idle connections comes as often, so one lives twice as long at most. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(5);

    /** How often HttpClient looks for time-outs, which is how late one may strike. Its default is a second. */
    private static final TimeValue TIMEOUT_CHECKS = TimeValue.ofMilliseconds(100);

    /**
     * Serves connections only, since routes go on elsewhere; one serves more calls a second than a route makes. As many as
     * there are processors would wake and displace each other, and the threads of routes.
     */
    private static final int IO_THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final TimeValue GRACE = TimeValue.ofMilliseconds(250);

    /** A head of an answer is a few lines; without a bound it could fill the memory. */
    private static final int MAX_LINE = 16_384;

    private static final int MAX_HEADERS = 200;

    private HttpClients() {}

    /** A client that looks up no host but the proxy's: requests bring the addresses they go to. */
    public static CloseableHttpAsyncClient createWithoutLookUps(PoolSettings settings, SSLContext tls) {
        return create(settings, tls, new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                if (settings.proxy() == null || !settings.proxy().host().equalsIgnoreCase(host)) {
                    throw new UnknownHostException();
                }
                return SystemDefaultDnsResolver.INSTANCE.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }

    static CloseableHttpAsyncClient create(PoolSettings settings, SSLContext tls, DnsResolver names) {
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(connections(settings, tls, names))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setSelectInterval(TIMEOUT_CHECKS)
                        .setIoThreadCount(IO_THREADS)
                        .setTcpNoDelay(true)
                        .build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(MAX_LINE)
                        .setMaxHeaderCount(MAX_HEADERS)
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
        } else {
            // Without a proxy nobody is to be given a password, and the path of each request need not be taken apart
            // for that.
            builder.replaceExecInterceptor(
                    ChainElement.PROTOCOL.name(),
                    (request, entity, scope, chain, callback) -> chain.proceed(request, entity, scope, callback));
        }
        return builder.build();
    }

    private static PoolingAsyncClientConnectionManager connections(
            PoolSettings settings, SSLContext tls, DnsResolver names) {
        // Named, because the strategy that is built without one checks no host name at all: it hands the JVM's own
        // check to
        // the engine too late (HttpClient 5.5.1).
        ClientTlsStrategyBuilder strategy =
                ClientTlsStrategyBuilder.create().setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier());
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
                .setDnsResolver(names)
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .build();
    }

    /** For a client that has nothing left to do. */
    public static void shutDown(CloseableHttpAsyncClient http) {
        // Closing at once would pull connections from under the threads that serve them; these get a moment to end.
        http.initiateShutdown();
        try {
            http.awaitShutdown(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close(CloseMode.IMMEDIATE);
    }

    private static void addProxy(HttpAsyncClientBuilder builder, PoolSettings.Proxy proxy) {
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
