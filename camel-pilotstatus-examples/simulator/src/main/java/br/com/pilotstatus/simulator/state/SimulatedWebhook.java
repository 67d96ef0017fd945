/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;
import java.util.List;

/**
 * A webhook of one number.
 *
 * @param id id
 * @param numberId the number whose events it gets; cannot be changed
 * @param registered true when a call of the API made it, false when a test did by other means
 * @param settings what can be changed
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param lastTriggered when an event was last sent to it, or null
 */
public record SimulatedWebhook(
        String id,
        String numberId,
        boolean registered,
        WebhookSettings settings,
        Instant createdAt,
        Instant updatedAt,
        Instant lastTriggered) {

    /**
     * The part of a webhook that its owner decides.
     *
     * @param name label, or null
     * @param url where events go
     * @param active false pauses it
     * @param events event names, or {@code *} for all; empty delivers nothing
     */
    public record WebhookSettings(String name, String url, boolean active, List<String> events) {

        public WebhookSettings {
            events = List.copyOf(events);
        }

        // The URL may carry a token.
        @Override
        public String toString() {
            return "WebhookSettings[name=" + name + ", active=" + active + ", events=" + events + ']';
        }
    }

    /** True when the webhook is to get this event of this number. */
    public boolean wants(String event, String ofNumber) {
        return settings.active()
                && numberId.equals(ofNumber)
                && (settings.events().contains("*") || settings.events().contains(event));
    }

    SimulatedWebhook with(WebhookSettings newSettings, Instant now) {
        return new SimulatedWebhook(id, numberId, registered, newSettings, createdAt, now, lastTriggered);
    }

    SimulatedWebhook triggered(Instant now) {
        return new SimulatedWebhook(id, numberId, registered, settings, createdAt, updatedAt, now);
    }
}
