/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import org.apache.camel.Route;

/**
 * Tells whether a path is free among the consumers of events, on every server. What else a server serves only some can
 * tell.
 */
final class EventPaths {

    private EventPaths() {}

    /** Fails when another consumer receives events on the same path of the same server. */
    static void requireFree(PilotStatusWebhookConsumer consumer, String server) {
        for (Route route : consumer.getEndpoint().getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof PilotStatusWebhookConsumer other
                    && other != consumer
                    && other.serves(consumer.path(), server)) {
                throw new IllegalStateException("The path " + consumer.path() + " is already taken by the route "
                        + route.getRouteId() + "; give each its own option path");
            }
        }
    }
}
