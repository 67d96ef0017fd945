/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ClientSettings;
import br.com.pilotstatus.camel.client.KeyGates;
import br.com.pilotstatus.camel.send.SendJournal;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.StringHelper;

/** Creates the endpoints and shares one HTTP client among those with equal connection options. */
@Component(PilotStatusConstants.SCHEME)
public class PilotStatusComponent extends HealthCheckComponent implements SSLContextParametersAware {

    /** Not among the names that Camel masks by itself where it prints options. */
    private static final String SENSITIVE_OPTION = "apiKeyId";

    @Metadata(description = "Options that all endpoints start from.")
    private PilotStatusConfiguration configuration = new PilotStatusConfiguration();

    @Metadata(label = "security", description = "Whether to use the TLS settings that the Camel context holds for all.")
    private boolean useGlobalSslContextParameters;

    private final Lock clientsLock = new ReentrantLock();
    private final Map<ClientKey, SharedClient> clients = new HashMap<>();

    private final ClaimStore memoryJournal = new MemoryClaimStore();
    private final KeyGates gates = new KeyGates();
    private final Map<String, Integer> healthCheckNumbers = new ConcurrentHashMap<>();
    private final Set<PollSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private PilotStatusMetrics metrics;

    private record ClientKey(ClientSettings settings, SSLContextParameters tls) {}

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        EndpointOptions.requireBelonging(remaining, parameters.keySet());
        PilotStatusEndpoint endpoint = new PilotStatusEndpoint(uri, this, remaining, configuration.copy());
        endpoint.getSend().setVariables(PropertiesHelper.extractProperties(parameters, "variables."));
        endpoint.getCall().setParams(PropertiesHelper.extractProperties(parameters, "param."));
        setProperties(endpoint, parameters);
        if (endpoint.getConfiguration().getSslContextParameters() == null) {
            endpoint.getConfiguration().setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        endpoint.checkOptions();
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        ExtendedCamelContext context = getCamelContext().getCamelContextExtension();
        String keywords = context.getAdditionalSensitiveKeywords();
        if (keywords == null || !List.of(keywords.split(",")).contains(SENSITIVE_OPTION)) {
            context.setAdditionalSensitiveKeywords(
                    keywords == null ? SENSITIVE_OPTION : keywords + "," + SENSITIVE_OPTION);
        }
    }

    /** The journal for these options; in memory, and shared by all endpoints, when they name none. */
    SendJournal journal(PilotStatusConfiguration options) {
        return new SendJournal(options.getJournal() == null ? memoryJournal : options.getJournal());
    }

    /** The client for these options, made when first asked for. It lives as long as the component. */
    SharedClient client(PilotStatusConfiguration options) throws Exception {
        ClientKey key = new ClientKey(settings(options), options.getSslContextParameters());
        clientsLock.lock();
        try {
            SharedClient client = clients.get(key);
            if (client == null) {
                SSLContext tls = key.tls() == null ? null : key.tls().createSSLContext(getCamelContext());
                client = new SharedClient(this, clients.size() + 1, key.settings(), tls, gates);
                clients.put(key, client);
                metrics().opened(client);
            }
            return client;
        } finally {
            clientsLock.unlock();
        }
    }

    /** Where calls and webhook requests are recorded. Asked for late, when the application's registry is there. */
    PilotStatusMetrics metrics() {
        clientsLock.lock();
        try {
            if (metrics == null) {
                metrics = PilotStatusMetrics.of(getCamelContext());
            }
            return metrics;
        } finally {
            clientsLock.unlock();
        }
    }

    /** The id of a health check: unique in the context, and free of what options hold. */
    String nextHealthCheckId(PilotStatusEndpoint endpoint) {
        String name = StringHelper.before(endpoint.getEndpointUri(), ":") + "-" + endpoint.getOperation();
        return "producer:" + name + "-" + healthCheckNumbers.merge(name, 1, Integer::sum);
    }

    /** The clients made so far, in that order. */
    List<SharedClient> clients() {
        clientsLock.lock();
        try {
            return clients.values().stream()
                    .sorted(Comparator.comparingInt(SharedClient::number))
                    .toList();
        } finally {
            clientsLock.unlock();
        }
    }

    /** Notes that a consumer polls; fails when another one does so under the same name. */
    void subscribe(PollSubscription subscription) {
        if (!subscriptions.add(subscription)) {
            throw new IllegalStateException("Another route polls as " + subscription.name() + " with the same inbox, so"
                    + " each event would reach one of them only: set the option subscriptionName, different for each");
        }
    }

    void unsubscribe(PollSubscription subscription) {
        subscriptions.remove(subscription);
    }

    /** How long each key that must pause will do so. */
    List<Duration> pauses() {
        return gates.pauses();
    }

    private static ClientSettings settings(PilotStatusConfiguration options) {
        String address = options.getBaseUrl();
        ClientSettings.Proxy proxy = options.getProxyHost() == null
                ? null
                : new ClientSettings.Proxy(
                        options.getProxyHost(),
                        options.getProxyPort(),
                        options.getProxyUsername(),
                        options.getProxyPassword());
        return new ClientSettings(
                URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address),
                Duration.ofMillis(options.getConnectTimeout()),
                Duration.ofMillis(options.getResponseTimeout()),
                Duration.ofMillis(options.getTotalTimeout()),
                options.getMaxInFlight(),
                Duration.ofMillis(options.getAcquireTimeout()),
                options.getRequestsPerSecond(),
                options.getMaxAttempts(),
                options.getOnUnknown() == OnUnknown.RETRY,
                options.getMaxResponseSize(),
                proxy);
    }

    @Override
    protected void doStop() throws Exception {
        clientsLock.lock();
        try {
            clients.values().forEach(client -> {
                client.close();
                metrics().closed(client);
            });
            clients.clear();
            metrics = null;
        } finally {
            clientsLock.unlock();
        }
        super.doStop();
    }

    public PilotStatusConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(PilotStatusConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
