/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.client.EndedCall;
import br.com.pilotstatus.camel.link.EndedDownload;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records calls and webhook requests with Micrometer. The values of every tag are few and known beforehand: no tag tells
 * of a recipient, an id or a key. What goes wrong in a registry never reaches a call.
 */
final class MicrometerMetrics implements PilotStatusMetrics {

    static final String CALLS = "camel.pilotstatus.calls";
    static final String ATTEMPTS = "camel.pilotstatus.attempts";
    static final String WAIT = "camel.pilotstatus.wait";
    static final String IN_FLIGHT = "camel.pilotstatus.in.flight";
    static final String CLAIMS_WAITING = "camel.pilotstatus.claims.waiting";
    static final String DOWNLOADS = "camel.pilotstatus.media.downloads";
    static final String WEBHOOK_REQUESTS = "camel.pilotstatus.webhook.requests";

    private static final Logger LOG = LoggerFactory.getLogger(MicrometerMetrics.class);

    /** The name that Camel's own metrics look under first. */
    private static final String REGISTRY_NAME = "metricsRegistry";

    private final MeterRegistry registry;
    private final Tags common;
    private final Map<Integer, Gauge> gauges = new ConcurrentHashMap<>();
    private Gauge claimsWaiting;
    private final AtomicBoolean warned = new AtomicBoolean();

    private MicrometerMetrics(MeterRegistry registry, CamelContext context, String component) {
        this.registry = registry;
        // The first is the tag that Camel's own meters have; keeps two contexts with one registry apart.
        this.common = Tags.of("camelContext", context.getName(), "component", component);
    }

    /** Finds the registry the way Camel's own metrics do, but makes none where there is none. */
    static PilotStatusMetrics in(CamelContext context, String component) {
        MeterRegistry registry = context.getRegistry().lookupByNameAndType(REGISTRY_NAME, MeterRegistry.class);
        if (registry == null) {
            registry = only(context.getRegistry().findByType(CompositeMeterRegistry.class));
        }
        if (registry == null) {
            registry = only(context.getRegistry().findByType(MeterRegistry.class));
        }
        return registry == null ? NONE : new MicrometerMetrics(registry, context, component);
    }

    private static MeterRegistry only(Set<? extends MeterRegistry> found) {
        return found.size() == 1 ? found.iterator().next() : null;
    }

    @Override
    public void ended(EndedCall call) {
        guarded(() -> {
            Tags operation = common.and("operation", call.operation().operationName());
            Timer.builder(CALLS)
                    .description("Calls of Pilot Status, from their turn to their end")
                    .tags(operation.and("outcome", call.outcome().name(), "status", statusClass(call.status())))
                    .register(registry)
                    .record(call.latency());
            Counter.builder(ATTEMPTS)
                    .description("Tries of calls, the first ones included")
                    .tags(operation)
                    .register(registry)
                    .increment(call.attempts());
            Timer.builder(WAIT)
                    .description("Time that calls waited for their turn")
                    .tags(operation)
                    .register(registry)
                    .record(call.waited());
        });
    }

    private static String statusClass(Integer status) {
        return status == null ? "none" : status / 100 + "xx";
    }

    @Override
    public void opened(int client, IntSupplier inFlight) {
        guarded(() -> gauges.put(
                client,
                Gauge.builder(IN_FLIGHT, inFlight::getAsInt)
                        .description("Calls of a client that are under way")
                        .tags(common.and("client", Integer.toString(client)))
                        .register(registry)));
    }

    @Override
    public void closed(int client) {
        guarded(() -> {
            Gauge gauge = gauges.remove(client);
            if (gauge != null) {
                registry.remove(gauge);
            }
        });
    }

    @Override
    public void keeping(ClaimKeeper claims) {
        guarded(() -> claimsWaiting = Gauge.builder(CLAIMS_WAITING, claims, ClaimKeeper::waiting)
                .description("Outcomes of claims that their store has not taken yet")
                .tags(common)
                .register(registry));
    }

    @Override
    public void stopped() {
        if (claimsWaiting != null) {
            guarded(() -> registry.remove(claimsWaiting));
        }
    }

    @Override
    public void downloaded(EndedDownload download) {
        guarded(() -> Timer.builder(DOWNLOADS)
                .description("Downloads of media from links, all tries included")
                .tags(common.and("outcome", download.outcome().name(), "status", statusClass(download.status())))
                .register(registry)
                .record(download.latency()));
    }

    @Override
    public void answered(String answer) {
        guarded(() -> Counter.builder(WEBHOOK_REQUESTS)
                .description("Webhook requests by the answer they got")
                .tags(common.and("answer", answer))
                .register(registry)
                .increment());
    }

    private void guarded(Runnable recording) {
        try {
            recording.run();
        } catch (RuntimeException e) {
            if (warned.compareAndSet(false, true)) {
                LOG.warn("The metrics registry refuses to record; told once", e);
            }
        }
    }
}
