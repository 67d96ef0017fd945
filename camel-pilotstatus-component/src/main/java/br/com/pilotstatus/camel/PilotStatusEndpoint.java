/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiKeys;
import br.com.pilotstatus.camel.client.Operation;
import br.com.pilotstatus.camel.client.RequestFactory;
import br.com.pilotstatus.camel.client.RequestLimits;
import br.com.pilotstatus.camel.send.SendJournal;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
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
 * <p>The URI it shows has no keys, recipients or texts in it; so two endpoints may show the same, and equality is
 * identity.
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
        super(PersonalData.mask(uri), component);
        this.operation = operation;
        this.configuration = configuration;
    }

    /** Fails when an option is missing, does not fit the operation, or is not safe. */
    void checkOptions() {
        ConnectionOptions.check(configuration);
        if (JournalProducer.handles(operation)) {
            JournalProducer.checkOptions(operation, call);
        } else if (MediaDownloadProducer.OPERATION.equals(operation)) {
            MediaDownloadProducer.checkOptions(send, call);
        } else if (polls()) {
            PollOptions.check(configuration, receive);
        } else if (receives()) {
            ConnectionOptions.checkRegistration(configuration, receive);
        } else {
            EndpointOptions.checkSend(send);
            EndpointOptions.checkCall(EndpointOptions.operation(operation, call), configuration, call);
        }
    }

    /** Makes its calls, and knows what became of them. */
    EndpointCalls calls() {
        return calls;
    }

    boolean receives() {
        return EndpointOptions.receives(operation);
    }

    /** Whether it asks for the events that it receives. */
    boolean polls() {
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
        if (MediaDownloadProducer.OPERATION.equals(operation)) {
            return new MediaDownloadProducer(this);
        }
        Operation entry = EndpointOptions.operation(operation, call);
        return new PilotStatusProducer(this, binding(entry, requests()), journal);
    }

    /** Makes requests with the keys of this endpoint. */
    RequestFactory requests() {
        return new RequestFactory(
                new ApiKeys(configuration.getApiKey(), configuration.getApiKeyId(), configuration.getAccountKey()),
                new RequestLimits(send.isValidate(), configuration.getMaxRequestSize()));
    }

    private OperationBinding binding(Operation entry, RequestFactory requests) {
        if (entry.takesMessage()) {
            return new SendBinding(this, entry, requests);
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

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "rest";
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
