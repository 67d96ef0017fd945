/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.Outcome;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * What the producers of an endpoint have in common: the counts of their calls and one health check, which is registered
 * while at least one of them is started.
 */
final class EndpointCalls {

    private final PilotStatusEndpoint endpoint;
    private final Counts<Outcome> counts = new Counts<>(Outcome.class);
    private final Lock lock = new ReentrantLock();
    private final Set<ObservedClient> open = new HashSet<>();
    private PilotStatusHealthCheck healthCheck;
    private WritableHealthCheckRepository healthChecks;

    EndpointCalls(PilotStatusEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The client for a producer that starts; the producer must give it back to {@link #close} when it stops. */
    ObservedClient open() throws Exception {
        ObservedClient client = client();
        lock.lock();
        try {
            if (open.isEmpty()) {
                register(endpoint.getComponent());
            }
            open.add(client);
            return client;
        } finally {
            lock.unlock();
        }
    }

    /** A client whose calls count as those of the endpoint. */
    ObservedClient client() throws Exception {
        PilotStatusComponent component = endpoint.getComponent();
        SharedClient client = component.client(endpoint.getConfiguration());
        return new ObservedClient(
                client, List.of(component.metrics(), call -> counts.add(call.outcome()), healthCheck(component)));
    }

    private PilotStatusHealthCheck healthCheck(PilotStatusComponent component) {
        lock.lock();
        try {
            if (healthCheck == null) {
                healthCheck = new PilotStatusHealthCheck(
                        component.nextHealthCheckId(endpoint), endpoint.getEndpointUri(), InstantSource.system());
            }
            return healthCheck;
        } finally {
            lock.unlock();
        }
    }

    private void register(PilotStatusComponent component) {
        healthChecks = HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (healthChecks != null) {
            healthCheck.setEnabled(component.isHealthCheckProducerEnabled());
            healthChecks.addHealthCheck(healthCheck);
        }
    }

    void close(ObservedClient client) {
        lock.lock();
        try {
            if (open.remove(client) && open.isEmpty() && healthChecks != null) {
                healthChecks.removeHealthCheck(healthCheck);
                healthChecks = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** A download that was no call of the service: counted, but the health check does not hear of it. */
    void downloaded(EndedDownload download) {
        counts.add(download.outcome());
        endpoint.getComponent().metrics().downloaded(download);
    }

    long count(Outcome outcome) {
        return counts.of(outcome);
    }
}
