/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.api.KeyScope;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.call.CallBinding;
import br.com.pilotstatus.camel.call.EndpointCalls;
import br.com.pilotstatus.camel.call.OperationBinding;
import br.com.pilotstatus.camel.call.RequestBinding;
import br.com.pilotstatus.camel.journal.JournalProducer;
import br.com.pilotstatus.camel.journal.JournalReconcileProducer;
import br.com.pilotstatus.camel.journal.SendJournal;
import br.com.pilotstatus.camel.media.MediaDownloadProducer;
import br.com.pilotstatus.camel.options.ConnectionOptions;
import br.com.pilotstatus.camel.options.EndpointOptions;
import br.com.pilotstatus.camel.options.PersonalData;
import br.com.pilotstatus.camel.options.PollOptions;
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
import org.apache.camel.support.ScheduledPollConsumer;
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
            // The names of the table and those beside it; a test says what is to be written here.
            enums = "send,status,cancel,messages-history,messages-group,messages-unread,messages-opt-in,"
                    + "conversations-list,templates-list,templates-get,templates-create,templates-update,"
                    + "templates-delete,groups-list,groups-get,groups-create,groups-participants-add,"
                    + "groups-participants-remove,newsletters-list,media-get,analytics-dashboard,calls-list,"
                    + "calls-get,calls-start,calls-pre-accept,calls-accept,calls-reject,calls-terminate,"
                    + "calls-play,calls-session,calls-settings-get,calls-settings-update,calls-permissions-get,"
                    + "calls-permissions-request,numbers-list,numbers-get,numbers-create,numbers-meta-create,"
                    + "numbers-update,numbers-delete,numbers-connect,numbers-status,numbers-logout,numbers-check,"
                    + "numbers-remote-pairing,numbers-upgrade-to-dual,pairing-get,pairing-connect,pairing-status,"
                    + "api-keys-list,api-keys-regenerate,api-keys-rotate,webhooks-list,webhooks-get,"
                    + "webhooks-create,webhooks-update,webhooks-delete,webhooks-logs,branding-get,"
                    + "branding-update,subscription-numbers-preview,subscription-numbers-buy,"
                    + "subscription-numbers-release,billing-checkout,embed-sessions-create,projects-list,"
                    + "projects-create,referrals-list,request,media-download,journal-list,journal-resolve,"
                    + "webhook,poll",
            description =
                    "What to do: `send`, `status`, `cancel`, or another call of the API; `webhook` or `poll` to receive events.")
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

    @UriParam(label = "consumer,scheduler", defaultValue = "30000", description = "Milliseconds before the next poll.")
    private long delay = -1;

    private final EndpointCalls calls = new EndpointCalls(this);

    public PilotStatusEndpoint(
            String uri, PilotStatusComponent component, String operation, PilotStatusConfiguration configuration) {
        super(PersonalData.shownAddress(uri), component);
        this.operation = operation;
        this.configuration = configuration;
    }

    /**
     * Fails when an option is missing, does not fit the operation or the others, or is not safe.
     *
     * @param own names of the options that the endpoint has itself, and not from the component
     */
    void checkOptions(Collection<String> own) {
        String elsewhere = ConnectionOptions.keepKeysHome(getComponent().getConfiguration(), configuration, own);
        ConnectionOptions.check(configuration);
        EndpointOptions.requireEffect(this, own);
        if (!elsewhere.isEmpty()) {
            requireOwnKeys(elsewhere, own);
        }
        if (JournalProducer.handles(operation)) {
            JournalProducer.checkOptions(operation, call);
        } else if (JournalReconcileProducer.OPERATION.equals(operation)) {
            JournalReconcileProducer.checkOptions(configuration, call);
        } else if (MediaDownloadProducer.OPERATION.equals(operation)) {
            MediaDownloadProducer.checkOptions(send, call);
        } else if (polls()) {
            PollOptions.check(configuration, receive);
        } else if (receives()) {
            WebhookSecurity.requireEffect(configuration, receive.getVerifier(), own);
            ConnectionOptions.checkRegistration(configuration, receive);
        } else {
            EndpointOptions.checkSend(send);
            EndpointOptions.checkCall(EndpointOptions.operation(operation, call), configuration, call);
        }
    }

    private void requireOwnKeys(String elsewhere, Collection<String> own) {
        boolean keyless = Operation.named(operation)
                .filter(entry -> entry.keyScope() == KeyScope.NONE)
                .isPresent();
        if (!keyless
                && configuration.keys().none()
                && !getComponent().getConfiguration().keys().none()) {
            throw new IllegalArgumentException(
                    "The option " + elsewhere + " leads elsewhere than the component's, whose"
                            + " keys go to its own address only: give this endpoint its own apiKey, apiKeyId or accountKey, or"
                            + " set " + elsewhere + " on the component");
        }
        if (receive.isAutoRegister() && WebhookSecurity.asksForToken(configuration) && !own.contains("token")) {
            throw new IllegalArgumentException(
                    "The option " + elsewhere + " leads elsewhere than the component's, whose"
                            + " token is told to its own address only: give this endpoint its own token");
        }
    }

    /** Makes its calls, and knows what became of them. */
    public EndpointCalls calls() {
        return calls;
    }

    boolean receives() {
        return EndpointOptions.receives(operation);
    }

    /** Whether it asks for the events that it receives. */
    public boolean polls() {
        return PollOptions.POLL.equals(operation);
    }

    @Override
    public PilotStatusComponent getComponent() {
        return (PilotStatusComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() throws Exception {
        if (receives()) {
            throw new UnsupportedOperationException("pilotstatus:" + operation + " receives events; use it with from");
        }
        SendJournal journal = getComponent().journal(configuration);
        if (JournalProducer.handles(operation)) {
            return new JournalProducer(this, journal);
        }
        if (JournalReconcileProducer.OPERATION.equals(operation)) {
            return new JournalReconcileProducer(this, journal);
        }
        if (MediaDownloadProducer.OPERATION.equals(operation)) {
            return new MediaDownloadProducer(this);
        }
        Operation entry = EndpointOptions.operation(operation, call);
        return new PilotStatusProducer(this, binding(entry, requests()), journal);
    }

    /** Makes requests with the keys of this endpoint. */
    public RequestFactory requests() {
        return new RequestFactory(configuration.keys(), send.isValidate(), configuration.getMaxRequestSize());
    }

    private OperationBinding binding(Operation entry, RequestFactory requests) {
        if (entry.takesMessage()) {
            return new SendBinding(getCamelContext(), configuration, send, call, entry, requests);
        }
        return entry.anyPath() ? new RequestBinding(this, entry, requests) : new CallBinding(this, entry, requests);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!receives()) {
            throw new UnsupportedOperationException("pilotstatus:" + operation + " makes a call; use it with to");
        }
        Consumer consumer = polls()
                ? new PilotStatusPollConsumer(this, processor)
                : new PilotStatusWebhookConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** Fails, since what Camel queues for whoever asks would count as processed. */
    @Override
    public PollingConsumer createPollingConsumer() {
        throw PilotStatusPollDynamicAware.refusal();
    }

    @Override
    protected void doConfigureConsumer(Consumer consumer) {
        super.doConfigureConsumer(consumer);
        if (consumer instanceof ScheduledPollConsumer poll) {
            poll.setDelay(getDelay());
        }
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
        if (operation.equals(EndpointOptions.WEBHOOK)) {
            return receive.getPublicUrl() == null ? configuration.getPath() : receive.getPublicUrl();
        }
        return JournalProducer.handles(operation) ? null : configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return operation.equals(EndpointOptions.WEBHOOK) ? "http" : "rest";
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
