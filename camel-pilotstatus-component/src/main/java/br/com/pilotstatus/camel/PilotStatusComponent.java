/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.call.SharedClients;
import br.com.pilotstatus.camel.journal.SendJournal;
import br.com.pilotstatus.camel.observe.ClaimUpkeep;
import br.com.pilotstatus.camel.observe.MetricsResolver;
import br.com.pilotstatus.camel.observe.PilotStatusMetrics;
import br.com.pilotstatus.camel.observe.ProducerHealth;
import br.com.pilotstatus.camel.options.ConnectionOptions;
import br.com.pilotstatus.camel.options.EndpointOptions;
import br.com.pilotstatus.camel.options.PersonalData;
import br.com.pilotstatus.camel.options.PollOptions;
import br.com.pilotstatus.camel.poll.PollSubscription;
import br.com.pilotstatus.camel.poll.PollSubscriptions;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.StringHelper;

/** Creates the endpoints and shares what they have in common: clients, metrics, journal. */
@Component(PilotStatusConstants.SCHEME)
public class PilotStatusComponent extends HealthCheckComponent implements SSLContextParametersAware {

    /** Not among the names that Camel masks by itself where it prints options. */
    private static final String SENSITIVE_OPTION = "apiKeyId";

    @Metadata(description = "Options that all endpoints start from.")
    private PilotStatusConfiguration configuration = new PilotStatusConfiguration();

    @Metadata(label = "security", description = "Whether to use the TLS settings that the Camel context holds for all.")
    private boolean useGlobalSslContextParameters;

    private final SharedClients clients = new SharedClients(
            this::getCamelContext,
            this::metrics,
            options -> ConnectionOptions.warnIfInsecure("baseUrl", options.getBaseUrl()));

    private final ClaimStore memoryJournal = new MemoryClaimStore();
    private final Map<String, ClaimStore> memoryInboxes = new ConcurrentHashMap<>();
    private final ClaimUpkeep upkeep = new ClaimUpkeep();
    private final Map<String, Integer> healthCheckNumbers = new ConcurrentHashMap<>();
    private final PollSubscriptions subscriptions =
            new PollSubscriptions(name -> memoryInbox(name, PollOptions.MEMORY));
    private final Lock metricsLock = new ReentrantLock();
    private PilotStatusMetrics metrics;

    /** Finds its endpoints by the addresses that they show, too, since Camel itself looks them up by those. */
    @Override
    public Endpoint createEndpoint(String uri, Map<String, Object> properties) throws Exception {
        Optional<Endpoint> shown = PersonalData.isShownAddress(uri) ? endpointShownAs(uri) : Optional.empty();
        return shown.isPresent() ? shown.get() : super.createEndpoint(uri, properties);
    }

    private Optional<Endpoint> endpointShownAs(String uri) {
        return getCamelContext().getEndpoints().stream()
                .filter(endpoint -> endpoint.getComponent() == this)
                .filter(endpoint -> EndpointHelper.normalizeEndpointUri(endpoint.getEndpointUri())
                        .equals(uri))
                .findFirst();
    }

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
        return new SendJournal(options.getJournal() == null ? memoryJournal : options.getJournal(), claims());
    }

    /**
     * The inbox for these options. When they name none, one in memory, which lives as long as the component: a route that
     * is removed and added again finds what it left.
     *
     * @param name      of what receives the events
     * @param retention how long an inbox in memory remembers
     */
    ClaimStore inbox(PilotStatusConfiguration options, String name, Duration retention) {
        return options.getInbox() == null ? memoryInbox(name, retention) : options.getInbox();
    }

    private ClaimStore memoryInbox(String name, Duration retention) {
        return memoryInboxes.computeIfAbsent(
                name,
                key -> new MemoryClaimStore(MemoryClaimStore.DEFAULT_CAPACITY, retention, InstantSource.system()));
    }

    /** Looks after the claims of events and sends. */
    ClaimKeeper claims() {
        return upkeep.claims();
    }

    /** The clients of its endpoints. */
    public SharedClients sharedClients() {
        return clients;
    }

    /** Where calls and webhook requests are recorded. Asked for late, when the application's registry is there. */
    public PilotStatusMetrics metrics() {
        metricsLock.lock();
        try {
            if (metrics == null) {
                metrics = MetricsResolver.resolve(getCamelContext(), name());
                metrics.keeping(claims());
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

    /** The health of the producers of an endpoint; the id of its check is unique in the context, and free of options. */
    ProducerHealth producerHealth(PilotStatusEndpoint endpoint) {
        String uri = endpoint.getEndpointUri();
        String name = StringHelper.before(uri, ":") + "-" + endpoint.getOperation();
        return new ProducerHealth(
                getCamelContext(),
                () -> "producer:" + name + "-" + healthCheckNumbers.merge(name, 1, Integer::sum),
                uri,
                this::isHealthCheckProducerEnabled);
    }

    /** Notes that a consumer polls; fails when another one does so with the same inbox under the same name. */
    PollSubscription subscribe(PollSubscription wanted) {
        return subscriptions.take(
                wanted,
                subscription -> getCamelContext().getComponentNames().stream()
                        .map(getCamelContext()::hasComponent)
                        .anyMatch(other -> other instanceof PilotStatusComponent component
                                && component.subscriptions.contains(subscription)));
    }

    void unsubscribe(PollSubscription subscription) {
        subscriptions.giveBack(subscription);
    }

    @Override
    protected void doStart() throws Exception {
        clients.open();
        super.doStart();
        upkeep.start(getCamelContext(), this, name(), isHealthCheckConsumerEnabled() || isHealthCheckProducerEnabled());
    }

    @Override
    protected void doStop() throws Exception {
        clients.close();
        metricsLock.lock();
        try {
            if (metrics != null) {
                metrics.stopped();
            }
            metrics = null;
        } finally {
            metricsLock.unlock();
        }
        // After the clients, whose last calls have ended now.
        upkeep.stop(getCamelContext());
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
