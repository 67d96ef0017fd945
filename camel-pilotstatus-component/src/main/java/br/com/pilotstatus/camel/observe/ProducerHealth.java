/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.client.EndedCall;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * The one health check of an endpoint, since two checks of one address could disagree. It is registered while at least one
 * producer of the endpoint is started: Camel stops producers that fall out of its cache, but not endpoints.
 */
public final class ProducerHealth {

    private final CamelContext context;
    private final Supplier<String> id;
    private final String endpointUri;
    private final BooleanSupplier enabled;
    private final Lock lock = new ReentrantLock();
    private final Set<Object> producers = new HashSet<>();
    private volatile PilotStatusHealthCheck healthCheck;
    private WritableHealthCheckRepository healthChecks;

    /**
     * @param id          gives the check its id, when it is first needed
     * @param endpointUri what the check says of the endpoint; holds nothing personal
     * @param enabled     asked each time the check is registered
     */
    public ProducerHealth(CamelContext context, Supplier<String> id, String endpointUri, BooleanSupplier enabled) {
        this.context = context;
        this.id = id;
        this.endpointUri = endpointUri;
        this.enabled = enabled;
    }

    /** A producer starts; it must {@link #stopped} when it stops. */
    public void started(Object producer) {
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

    public void stopped(Object producer) {
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
        healthChecks =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        if (healthChecks != null) {
            healthCheck().setEnabled(enabled.getAsBoolean());
            healthChecks.addHealthCheck(healthCheck());
        }
    }

    private PilotStatusHealthCheck healthCheck() {
        lock.lock();
        try {
            if (healthCheck == null) {
                healthCheck = new PilotStatusHealthCheck(id.get(), endpointUri, InstantSource.system());
            }
            return healthCheck;
        } finally {
            lock.unlock();
        }
    }

    /** Hears of a call that ended, on a thread that serves connections. */
    public void ended(EndedCall call) {
        PilotStatusHealthCheck known = healthCheck;
        (known == null ? healthCheck() : known).ended(call);
    }
}
