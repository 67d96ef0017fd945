/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import br.com.pilotstatus.camel.store.ClaimKeeper;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.ThreadPoolProfile;

/** Gives the claims of a component threads and a health check for as long as it runs. */
public final class ClaimUpkeep {

    // Claims are extended while their work goes on; so it is how long the event of a node that died waits. Longer than
    // a
    // database takes to come back, and than a node may be frozen, since what outlasts it runs twice.
    private static final Duration LEASE = Duration.ofMinutes(5);
    /** One may wait for a store that is away while the other extends claims in another. */
    private static final int THREADS = 2;
    /** How long a stop waits for outcomes that are not written yet. */
    private static final Duration LAST_EFFORT = Duration.ofSeconds(1);

    private final ClaimKeeper claims = new ClaimKeeper(LEASE);
    private ScheduledExecutorService threads;
    private ClaimsHealthCheck healthCheck;

    /** Extends claims, and writes what came of them late. */
    public ClaimKeeper claims() {
        return claims;
    }

    /**
     * @param owner     for whom Camel makes the threads
     * @param component name of the component
     * @param checked   whether the health check is enabled
     */
    public void start(CamelContext context, Object owner, String component, boolean checked) {
        ThreadPoolProfile profile = new ThreadPoolProfile("pilotstatus-claims");
        profile.setPoolSize(THREADS);
        // What is to be written must not be turned away for want of a place in a queue.
        profile.setMaxQueueSize(-1);
        threads = context.getExecutorServiceManager().newScheduledThreadPool(owner, "PilotStatusClaims", profile);
        claims.start(threads);
        HealthCheckRegistry healthChecks = HealthCheckRegistry.get(context);
        if (healthChecks != null) {
            healthCheck = new ClaimsHealthCheck(component, claims);
            healthCheck.setEnabled(checked);
            healthChecks.register(healthCheck);
        }
    }

    /** To be called when the calls have ended that claims are of. */
    public void stop(CamelContext context) {
        claims.stop(LAST_EFFORT);
        HealthCheckRegistry healthChecks = HealthCheckRegistry.get(context);
        if (healthChecks != null && healthCheck != null) {
            healthChecks.unregister(healthCheck);
        }
        context.getExecutorServiceManager().shutdownNow(threads);
    }
}
