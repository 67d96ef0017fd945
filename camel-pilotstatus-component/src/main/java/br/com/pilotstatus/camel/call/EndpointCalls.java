/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.OnUnknown;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
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
import br.com.pilotstatus.camel.observe.PilotStatusMetrics;
import br.com.pilotstatus.camel.observe.ProducerHealth;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.camel.RuntimeCamelException;

/**
 * The calls of an endpoint: made through a client that others use too, and told to metrics, to the counts of this endpoint
 * and to its health check.
 */
public final class EndpointCalls {

    private final PilotStatusConfiguration options;
    private final Callable<SharedClient> clients;
    private final Supplier<PilotStatusMetrics> metrics;
    private final ProducerHealth health;
    private final Counts<Outcome> counts = new Counts<>(Outcome.class);
    private volatile Connection connection;

    /** What stays the same from call to call. */
    private record Connection(SharedClient client, CallSettings settings, PilotStatusMetrics metrics) {}

    /**
     * @param options how the endpoint makes its calls
     * @param clients gives the client for these options; asked again after that one was closed
     * @param metrics where calls are recorded; asked as often
     * @param health  hears of each call of the service
     */
    public EndpointCalls(
            PilotStatusConfiguration options,
            Callable<SharedClient> clients,
            Supplier<PilotStatusMetrics> metrics,
            ProducerHealth health) {
        this.options = options;
        this.clients = clients;
        this.metrics = metrics;
        this.health = health;
    }

    /** A producer starts; it must {@link #close} when it stops. */
    public void open(Object producer) {
        connection();
        health.started(producer);
    }

    public void close(Object producer) {
        health.stopped(producer);
    }

    /** Made anew after the component was stopped and started again. */
    private Connection connection() {
        Connection known = connection;
        if (known == null || known.client().isClosed()) {
            try {
                known = new Connection(clients.call(), settings(options), metrics.get());
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
        health.ended(call);
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
