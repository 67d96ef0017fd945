/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.OnUnknown;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.client.CallListener;
import br.com.pilotstatus.camel.client.CallSettings;
import br.com.pilotstatus.camel.client.EndedCall;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.link.EndedDownload;
import br.com.pilotstatus.camel.link.LinkAnswer;
import br.com.pilotstatus.camel.link.LinkRules;
import br.com.pilotstatus.camel.link.MediaLink;
import br.com.pilotstatus.camel.observe.Counts;
import br.com.pilotstatus.camel.observe.PilotStatusHealthCheck;
import br.com.pilotstatus.camel.observe.PilotStatusMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * The calls of an endpoint: made through a client that others use too, and told to metrics, to the counts of this endpoint
 * and to its one health check, which is registered while at least one of its producers is started.
 */
public final class EndpointCalls {

    private final PilotStatusEndpoint endpoint;
    private final Counts<Outcome> counts = new Counts<>(Outcome.class);
    private final Lock lock = new ReentrantLock();
    private final Set<Object> producers = new HashSet<>();
    private PilotStatusHealthCheck healthCheck;
    private WritableHealthCheckRepository healthChecks;
    private volatile Connection connection;

    /** What stays the same from call to call. */
    private record Connection(SharedClient client, CallSettings settings, PilotStatusMetrics metrics) {}

    public EndpointCalls(PilotStatusEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** A producer starts; it must {@link #close} when it stops. */
    public void open(Object producer) {
        connection();
        lock.lock();
        try {
            if (producers.isEmpty()) {
                register();
            }
            producers.add(producer);
        } finally {
            lock.unlock();
        }
    }

    public void close(Object producer) {
        lock.lock();
        try {
            if (producers.remove(producer) && producers.isEmpty() && healthChecks != null) {
                healthChecks.removeHealthCheck(healthCheck());
                healthChecks = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private void register() {
        healthChecks = HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (healthChecks != null) {
            healthCheck().setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
            healthChecks.addHealthCheck(healthCheck());
        }
    }

    private PilotStatusHealthCheck healthCheck() {
        lock.lock();
        try {
            if (healthCheck == null) {
                healthCheck = new PilotStatusHealthCheck(
                        endpoint.getComponent().nextHealthCheckId(endpoint),
                        endpoint.getEndpointUri(),
                        InstantSource.system());
            }
            return healthCheck;
        } finally {
            lock.unlock();
        }
    }

    /** Made anew after the component was stopped and started again. */
    private Connection connection() {
        Connection known = connection;
        if (known == null || known.client().isClosed()) {
            PilotStatusComponent component = endpoint.getComponent();
            PilotStatusConfiguration options = endpoint.getConfiguration();
            try {
                SharedClient client = component.sharedClients().get(options, endpoint.getOperation());
                healthCheck();
                known = new Connection(client, settings(options), component.metrics());
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
            connection = known;
        }
        return known;
    }

    private static CallSettings settings(PilotStatusConfiguration options) {
        return new CallSettings(
                Duration.ofMillis(options.getConnectTimeout()),
                Duration.ofMillis(options.getResponseTimeout()),
                Duration.ofMillis(options.getTotalTimeout()),
                Duration.ofMillis(options.getAcquireTimeout()),
                options.getRequestsPerSecond(),
                options.getMaxAttempts(),
                options.getOnUnknown() == OnUnknown.RETRY,
                options.getMaxResponseSize());
    }

    /**
     * Makes a call, without waiting for it.
     *
     * @param admitted runs when the call has its place, before anything is sent, and may ask a database; when it throws,
     *                 the call is not made, nobody hears of it, and <code>then</code> gets what was thrown
     * @param then     hears of the end, on a thread that may be held up
     * @throws PilotStatusException when the component is stopped; nothing else will happen then
     */
    public void execute(ApiRequest request, Runnable admitted, BiConsumer<ApiResponse, Throwable> then) {
        Connection current = connection();
        CallListener listener = new CallListener(admitted, call -> note(current, call));
        current.client().calls().execute(request, current.settings(), listener, then);
    }

    /** Makes a call and waits for its end; fails with a {@link PilotStatusException}. Not for threads of servers. */
    public ApiResponse call(ApiRequest request) {
        Connection current = connection();
        CallListener listener = new CallListener(() -> {}, call -> note(current, call));
        return current.client().calls().call(request, current.settings(), listener);
    }

    private void note(Connection current, EndedCall call) {
        counts.add(call.outcome());
        current.metrics().ended(call);
        healthCheck.ended(call);
    }

    /** Fetches media from a link. Counted, but the health check does not hear of it: it says nothing of the service. */
    public void fetch(MediaLink link, LinkRules rules, BiConsumer<LinkAnswer, Throwable> then) {
        Connection current = connection();
        long begin = System.nanoTime();
        current.client().links().fetch(link, rules, current.settings(), (answer, failure) -> {
            try {
                Duration latency = Duration.ofNanos(System.nanoTime() - begin);
                EndedDownload download = EndedDownload.of(answer, failure, latency);
                counts.add(download.outcome());
                current.metrics().downloaded(download);
            } finally {
                then.accept(answer, failure);
            }
        });
    }

    public long count(Outcome outcome) {
        return counts.of(outcome);
    }
}
