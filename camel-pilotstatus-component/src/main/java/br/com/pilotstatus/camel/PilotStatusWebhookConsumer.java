/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.http.GatedPath;
import br.com.pilotstatus.camel.http.HttpPath;
import br.com.pilotstatus.camel.http.HttpServerResolver;
import br.com.pilotstatus.camel.observe.Counts;
import br.com.pilotstatus.camel.observe.PilotStatusMetrics;
import br.com.pilotstatus.camel.options.ConnectionOptions;
import br.com.pilotstatus.camel.options.PollOptions;
import br.com.pilotstatus.camel.receive.EventDispatcher;
import br.com.pilotstatus.camel.receive.EventScope;
import br.com.pilotstatus.camel.receive.VerificationRequest;
import br.com.pilotstatus.camel.receive.WebhookAnswer;
import br.com.pilotstatus.camel.receive.WebhookGate;
import br.com.pilotstatus.camel.receive.WebhookReceiver;
import br.com.pilotstatus.camel.receive.WebhookRequestReader;
import br.com.pilotstatus.camel.receive.WebhookSecurity;
import br.com.pilotstatus.camel.registration.RegistrationHealthCheck;
import br.com.pilotstatus.camel.registration.WebhookCalls;
import br.com.pilotstatus.camel.registration.WebhookRegistration;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives events on the HTTP server of the runtime. Serves its path while it is started; suspended, it answers that the
 * sender should come again. Stopping waits for the events that are under way.
 */
public class PilotStatusWebhookConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(PilotStatusWebhookConsumer.class);

    private final PilotStatusConfiguration options;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Counts<WebhookAnswer> answers = new Counts<>(WebhookAnswer.class);
    private PilotStatusMetrics metrics;
    private WebhookSecurity security;
    private EventFilter filter;
    private ClaimStore inbox;
    private VerificationRequest verification;
    private WebhookReceiver receiver;
    private WebhookRequestReader reader;
    private WebhookRegistration registration;
    private GatedPath server;
    private volatile String serverName;

    public PilotStatusWebhookConsumer(PilotStatusEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        options = endpoint.getConfiguration();
    }

    @Override
    public PilotStatusEndpoint getEndpoint() {
        return (PilotStatusEndpoint) super.getEndpoint();
    }

    @Override
    public boolean isHostedService() {
        return true;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        String path = options.getPath();
        if (path == null || !HttpPath.isPlain(path)) {
            throw new IllegalArgumentException("The option path must begin with a slash and hold " + HttpPath.RULE);
        }
        security = WebhookSecurity.of(options, getEndpoint().getReceive().getVerifier());
        verification = new VerificationRequest(
                WebhookSecurity.verifyTokens(getEndpoint().getReceive()));
        filter = EventFilter.of(options.getEvents());
        inbox = getEndpoint().getComponent().inbox(options, "webhook|" + path, MemoryClaimStore.DEFAULT_RETENTION);
        reader = new WebhookRequestReader(options.getMaxPayloadSize(), Duration.ofMillis(options.getBodyTimeout()));
        PollOptions.checkName(getEndpoint().getReceive().getSubscriptionName());
        if (getEndpoint().getReceive().getMaxEventAge() < 0) {
            throw new IllegalArgumentException("The option maxEventAge must not be negative");
        }
        if (getEndpoint().getReceive().isAutoRegister()) {
            registration = WebhookRegistration.of(
                    options,
                    getEndpoint().getReceive().getPublicUrl(),
                    security.ways().contains(WebhookVerification.TOKEN),
                    new WebhookCalls(
                            getEndpoint().requests(),
                            request -> getEndpoint().calls().call(request),
                            options.getWhatsappNumberId()),
                    getEndpoint().getCamelContext().getExecutorServiceManager());
            setHealthCheck(new RegistrationHealthCheck(getRouteId(), registration));
            getHealthCheck().setEnabled(getEndpoint().getComponent().isHealthCheckConsumerEnabled());
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        for (String warning : security.warnings()) {
            LOG.warn("Receiving events on {}: {}", options.getPath(), warning);
        }
        getEndpoint().getComponent().claims().check(inbox);
        metrics = getEndpoint().getComponent().metrics();
        CamelContext context = getEndpoint().getCamelContext();
        HttpServerResolver servers = new HttpServerResolver(context, options.getHttpServer());
        String name = servers.name();
        requireFreePath(name);
        receiver = receiver(name);
        WebhookGate gate = new WebhookGate(this::isStartingOrStarted, receiver, reader, this::counted);
        server = servers.gatedPath(
                name, verification.isExpected() ? "GET,POST" : "POST", options.getPath(), this::answer, gate);
        server.start();
        serverName = name;
        if (registration != null) {
            ConnectionOptions.warnIfInsecure(
                    "publicUrl", getEndpoint().getReceive().getPublicUrl());
            // Only now, since events may come as soon as somebody knows where to send them.
            registration.start();
        }
    }

    // Of what else a server serves, only some can tell.
    private void requireFreePath(String server) {
        for (Route route : getEndpoint().getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof PilotStatusWebhookConsumer other
                    && other != this
                    && server.equals(other.serverName)
                    && options.getPath().equals(other.options.getPath())) {
                throw new IllegalStateException("The path " + options.getPath() + " is already taken by the route "
                        + route.getRouteId() + "; give each its own option path");
            }
        }
    }

    private WebhookReceiver receiver(String serverName) {
        InstantSource clock = InstantSource.system();
        PilotStatusReceiveConfiguration receive = getEndpoint().getReceive();
        EventScope scope = EventScope.of(
                inbox,
                clock,
                getExceptionHandler()::handleException,
                receive.getSubscriptionName(),
                options.getPath(),
                serverName,
                security.credentials(options));
        return new WebhookReceiver(
                options.getPath(),
                reader,
                security.verifier(),
                filter,
                new EventDispatcher(this, inbox, getEndpoint().getComponent().claims()),
                scope,
                Duration.ofMillis(receive.getMaxEventAge()),
                clock);
    }

    @Override
    protected void doStop() throws Exception {
        if (registration != null) {
            unregister();
            registration.stop();
        }
        if (server != null) {
            server.stop();
            server = null;
        }
        serverName = null;
        super.doStop();
    }

    private void unregister() {
        if (getEndpoint().getReceive().isUnregisterOnStop()) {
            registration.unregister();
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    /** Events under way, up to the point where the inbox knows what became of them. */
    @Override
    public int getPendingExchangesSize() {
        return underWay.get();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // A suspended consumer takes no new events, and those under way are over. All routes begin before the first is
        // waited for, so that several take no longer than one.
        if (!suspendOnly && registration != null) {
            unregister();
        }
    }

    String path() {
        return options.getPath();
    }

    /** What a delivery must carry to be believed. */
    Set<WebhookVerification> verification() {
        return security.ways();
    }

    /** How the webhook is registered at the service; null when that is left to others. */
    public WebhookRegistration registration() {
        return registration;
    }

    /** How many requests got this answer. */
    long count(WebhookAnswer answer) {
        return answers.of(answer);
    }

    private void answer(Exchange http) {
        underWay.incrementAndGet();
        WebhookAnswer answer = WebhookAnswer.FAILED;
        String challenge = null;
        try {
            // Asked after counting, so that an event is either turned away or waited for. Some servers keep serving the
            // path of a consumer that was stopped.
            challenge = verification.challenge(http);
            answer = isStartingOrStarted() ? answer(http, challenge) : WebhookAnswer.UNAVAILABLE;
            counted(answer);
        } finally {
            // Whatever was thrown: a message that is left as it came goes back to the sender.
            if (answer == WebhookAnswer.VERIFIED) {
                answer.writeTo(http, challenge);
            } else {
                answer.writeTo(http);
            }
            underWay.decrementAndGet();
        }
    }

    private WebhookAnswer answer(Exchange http, String challenge) {
        if (challenge == null) {
            return receiver.receive(http);
        }
        return verification.isGenuine(http) ? WebhookAnswer.VERIFIED : WebhookAnswer.UNAUTHORIZED;
    }

    private WebhookAnswer counted(WebhookAnswer answer) {
        answers.add(answer);
        metrics.answered(answer);
        return answer;
    }
}
