/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.http.GatedPath;
import br.com.pilotstatus.camel.http.HttpPath;
import br.com.pilotstatus.camel.http.HttpServerResolver;
import br.com.pilotstatus.camel.options.ConnectionOptions;
import br.com.pilotstatus.camel.options.PollOptions;
import br.com.pilotstatus.camel.receive.WebhookAnswer;
import br.com.pilotstatus.camel.receive.WebhookProcessor;
import br.com.pilotstatus.camel.registration.RegistrationHealthCheck;
import br.com.pilotstatus.camel.registration.WebhookCalls;
import br.com.pilotstatus.camel.registration.WebhookRegistration;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.util.Set;
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
    private WebhookProcessor webhook;
    private ClaimStore inbox;
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
        webhook = new WebhookProcessor(options, getEndpoint().getReceive());
        inbox = getEndpoint().getComponent().inbox(options, "webhook|" + path, MemoryClaimStore.DEFAULT_RETENTION);
        PollOptions.checkName(getEndpoint().getReceive().getSubscriptionName());
        if (getEndpoint().getReceive().isAutoRegister()) {
            registration = WebhookRegistration.of(
                    options,
                    getEndpoint().getReceive().getPublicUrl(),
                    webhook.token(),
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
        webhook.warnings().forEach(warning -> LOG.warn("Receiving events on {}: {}", options.getPath(), warning));
        getEndpoint().getComponent().claims().check(inbox);
        HttpServerResolver servers = new HttpServerResolver(getEndpoint().getCamelContext(), options.getHttpServer());
        String name = servers.name();
        requireFreePath(name);
        webhook.open(
                this,
                name,
                inbox,
                getEndpoint().getComponent().claims(),
                getEndpoint().getComponent().metrics());
        server = servers.gatedPath(name, webhook.methods(), options.getPath(), webhook, webhook);
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
        return webhook == null ? 0 : webhook.underWay();
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
        return webhook.ways();
    }

    /** How the webhook is registered at the service; null when that is left to others. */
    public WebhookRegistration registration() {
        return registration;
    }

    /** How many requests got this answer. */
    long count(WebhookAnswer answer) {
        return webhook.count(answer);
    }
}
