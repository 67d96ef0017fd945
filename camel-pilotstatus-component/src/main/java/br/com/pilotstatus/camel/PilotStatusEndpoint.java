/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.call.CallBinding;
import br.com.pilotstatus.camel.call.EndpointCalls;
import br.com.pilotstatus.camel.call.EndpointFailures;
import br.com.pilotstatus.camel.call.RequestBinding;
import br.com.pilotstatus.camel.journal.JournalProducer;
import br.com.pilotstatus.camel.journal.JournalReconcileProducer;
import br.com.pilotstatus.camel.journal.SendJournal;
import br.com.pilotstatus.camel.media.MediaDownloadProducer;
import br.com.pilotstatus.camel.options.EndpointChecks;
import br.com.pilotstatus.camel.options.EndpointOptions;
import br.com.pilotstatus.camel.options.OperationKind;
import br.com.pilotstatus.camel.options.PersonalData;
import br.com.pilotstatus.camel.receive.WebhookSecurity;
import br.com.pilotstatus.camel.send.SendBinding;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;

/**
 * Send WhatsApp messages through Pilot Status, and receive delivery events and inbound messages.
 *
 * <p>The URI it shows has no keys, recipients or texts in it, but something random that stands for them.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = PilotStatusConstants.SCHEME,
        title = "Pilot Status",
        syntax = "pilotstatus:operation",
        category = {Category.CHAT, Category.MESSAGING, Category.SAAS},
        headersClass = PilotStatusConstants.class)
public class PilotStatusEndpoint extends ScheduledPollEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(30);
    private static final Duration DEFAULT_INITIAL_DELAY = Duration.ofSeconds(1);

    @UriPath(
            enums = OperationKind.OPERATIONS,
            description =
                    "What to do: `send`, `status`, `cancel`, or another call of the API; `webhook` or `poll` to receive events. Each takes the options that are for it, and refuses others; those of the group `scheduler` are for `poll`.")
    @Metadata(required = true)
    private final String operation;

    @UriParam
    private final PilotStatusConfiguration configuration;

    @UriParam
    private final PilotStatusSendConfiguration send = new PilotStatusSendConfiguration();

    @UriParam
    private final PilotStatusCallConfiguration call = new PilotStatusCallConfiguration();

    @UriParam
    private final PilotStatusReceiveConfiguration receive = new PilotStatusReceiveConfiguration();

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "How long to wait before the next poll. Like all options of a scheduler, for `poll` only.")
    private long delay = -1;

    private final OperationKind kind;
    private final EndpointCalls calls;

    public PilotStatusEndpoint(
            String uri, PilotStatusComponent component, String operation, PilotStatusConfiguration configuration) {
        super(PersonalData.shownAddress(uri), component);
        this.operation = operation;
        this.kind = OperationKind.of(operation);
        this.configuration = configuration;
        this.calls = new EndpointCalls(
                configuration,
                () -> component.sharedClients().get(configuration, operation),
                component::metrics,
                component.producerHealth(this));
    }

    /** @param own names of the options that the endpoint has itself, and not from the component */
    void checkOptions(Collection<String> own) {
        EndpointChecks checks = new EndpointChecks(operation, configuration, send, call, receive, own);
        boolean asksForToken = WebhookSecurity.asksForToken(configuration);
        checks.check(getComponent().getConfiguration(), asksForToken, getBackoffMultiplier());
        if (kind == OperationKind.WEBHOOK) {
            WebhookSecurity.requireEffect(configuration, receive.getVerifier(), own);
        }
    }

    private Operation entry() {
        return EndpointOptions.operation(operation, call);
    }

    /** Makes its calls, and knows what became of them. */
    public EndpointCalls calls() {
        return calls;
    }

    EndpointFailures failures() {
        return new EndpointFailures(operation, configuration, call);
    }

    @Override
    public PilotStatusComponent getComponent() {
        return (PilotStatusComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() throws Exception {
        return switch (kind) {
            case SEND ->
                new PilotStatusSendProducer(
                        this,
                        new SendBinding(getCamelContext(), configuration, send, call, entry(), requests()),
                        journal());
            case CALL ->
                new PilotStatusProducer(
                        this,
                        new CallBinding(
                                getCamelContext(), entry(), configuration, call, send.isValidate(), requests(), calls));
            case REQUEST ->
                new PilotStatusProducer(
                        this, new RequestBinding(getCamelContext(), entry(), configuration, call, requests()));
            case MEDIA_DOWNLOAD ->
                new MediaDownloadProducer(this, configuration, call, send.getMaxMediaSize(), calls, failures());
            case JOURNAL_LIST, JOURNAL_RESOLVE -> new JournalProducer(this, kind, call, journal(), failures());
            case JOURNAL_RECONCILE ->
                new JournalReconcileProducer(this, configuration, call, journal(), requests(), calls, failures());
            case WEBHOOK, POLL ->
                throw new UnsupportedOperationException(
                        "pilotstatus:" + operation + " receives events; use it with from");
        };
    }

    private SendJournal journal() {
        return getComponent().journal(configuration);
    }

    /** Makes requests with the keys of this endpoint. */
    RequestFactory requests() {
        return new RequestFactory(configuration.keys(), send.isValidate(), configuration.getMaxRequestSize());
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = switch (kind) {
            case WEBHOOK -> new PilotStatusWebhookConsumer(this, processor);
            case POLL -> new PilotStatusPollConsumer(this, processor);
            default ->
                throw new UnsupportedOperationException("pilotstatus:" + operation + " makes a call; use it with to");
        };
        // The default, too, which depends on the unit.
        super.setDelay(getDelay());
        configureConsumer(consumer);
        return consumer;
    }

    /** Fails, since what Camel queues for whoever asks would count as processed. */
    @Override
    public PollingConsumer createPollingConsumer() {
        throw PilotStatusPollDynamicAware.refusal();
    }

    /** In the time unit of the endpoint, as the default is. */
    @Override
    public long getDelay() {
        return delay < 0 ? inTimeUnit(DEFAULT_DELAY) : delay;
    }

    @Override
    public void setDelay(long delay) {
        super.setDelay(delay);
        this.delay = delay;
    }

    @Override
    public long getInitialDelay() {
        return super.getInitialDelay() < 0 ? inTimeUnit(DEFAULT_INITIAL_DELAY) : super.getInitialDelay();
    }

    private long inTimeUnit(Duration duration) {
        return Math.max(1, getTimeUnit().convert(duration));
    }

    /** Where events come to, or where calls go to; null when there are neither. */
    @Override
    public String getServiceUrl() {
        if (kind == OperationKind.WEBHOOK) {
            return receive.getPublicUrl() == null ? configuration.getPath() : receive.getPublicUrl();
        }
        return kind.asksJournalOnly() ? null : configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return kind == OperationKind.WEBHOOK ? "http" : "rest";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("operation", operation);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    public String getOperation() {
        return operation;
    }

    public PilotStatusConfiguration getConfiguration() {
        return configuration;
    }

    public PilotStatusSendConfiguration getSend() {
        return send;
    }

    public PilotStatusCallConfiguration getCall() {
        return call;
    }

    public PilotStatusReceiveConfiguration getReceive() {
        return receive;
    }
}
