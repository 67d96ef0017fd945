/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.send.SendJournal;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
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

    private final SharedClients clients = new SharedClients(this::getCamelContext, this::metrics);

    private final ClaimStore memoryJournal = new MemoryClaimStore();
    private final Map<String, Integer> healthCheckNumbers = new ConcurrentHashMap<>();
    private final Set<PollSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Lock metricsLock = new ReentrantLock();
    private PilotStatusMetrics metrics;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Map<String, Object> options = EndpointOptions.byName(parameters);
        Set<String> own = Set.copyOf(options.keySet());
        EndpointOptions.requireBelonging(remaining, own);
        parameters.clear();
        parameters.putAll(options);
        PilotStatusEndpoint endpoint = new PilotStatusEndpoint(uri, this, remaining, configuration.copy());
        endpoint.getSend().setVariables(PropertiesHelper.extractProperties(parameters, "variables."));
        endpoint.getCall().setParams(PropertiesHelper.extractProperties(parameters, "param."));
        setProperties(endpoint, parameters);
        endpoint.checkOptions(own);
        if (endpoint.getConfiguration().getSslContextParameters() == null) {
            endpoint.getConfiguration().setSslContextParameters(retrieveGlobalSslContextParameters());
        }
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

    /** The clients of its endpoints. */
    SharedClients sharedClients() {
        return clients;
    }

    /** Where calls and webhook requests are recorded. Asked for late, when the application's registry is there. */
    PilotStatusMetrics metrics() {
        metricsLock.lock();
        try {
            if (metrics == null) {
                metrics = PilotStatusMetrics.of(getCamelContext(), name());
            }
            return metrics;
        } finally {
            metricsLock.unlock();
        }
    }

    /** The name that endpoints begin with, and people tell several components apart by. */
    private String name() {
        return getCamelContext().getComponentNames().stream()
                .filter(name -> getCamelContext().hasComponent(name) == this)
                .findFirst()
                .orElse(getDefaultName());
    }

    /** The id of a health check: unique in the context, and free of what options hold. */
    String nextHealthCheckId(PilotStatusEndpoint endpoint) {
        String name = StringHelper.before(endpoint.getEndpointUri(), ":") + "-" + endpoint.getOperation();
        return "producer:" + name + "-" + healthCheckNumbers.merge(name, 1, Integer::sum);
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

    @Override
    protected void doStart() throws Exception {
        clients.open();
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        clients.close();
        metricsLock.lock();
        try {
            metrics = null;
        } finally {
            metricsLock.unlock();
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
