/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import br.com.pilotstatus.camel.client.PilotStatusException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings it about that the service has one webhook that leads to a consumer, however many nodes try at the same time and
 * however often: finds it by its address, creates it when there is none, keeps the oldest of several, and brings that up
 * to date. Removes only what it created itself.
 */
public final class WebhookRegistrar {

    /** Name of the webhooks created here, by which they are known again. */
    public static final String NAME = "camel-pilotstatus";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistrar.class);

    private final WebhookCalls calls;
    private final Subscription wanted;

    public WebhookRegistrar(WebhookCalls calls, Subscription wanted) {
        this.calls = calls;
        this.wanted = wanted;
    }

    /**
     * Registers the webhook, or finds that it is registered. May be repeated whatever came of the last time.
     *
     * @return the id of the webhook
     * @throws PilotStatusException  when a call fails
     * @throws IllegalStateException when the service does not list what was created
     */
    public String register() {
        List<RegisteredWebhook> leadingHere = leadingHere();
        if (leadingHere.isEmpty()) {
            calls.create(NAME, wanted);
            // Another node may have done the same since the list was read; both see both now, and agree on the oldest.
            leadingHere = leadingHere();
            if (leadingHere.isEmpty()) {
                throw new IllegalStateException("The webhook was created, but is not listed");
            }
        }
        RegisteredWebhook kept = leadingHere.get(0);
        leadingHere.stream().skip(1).forEach(this::removeRepeated);
        bringUpToDate(kept);
        return kept.id();
    }

    /** Removes the webhook of that id. */
    public void unregister(String id) {
        calls.delete(id);
    }

    private List<RegisteredWebhook> leadingHere() {
        return calls.list().stream()
                .filter(webhook -> webhook.id() != null && wanted.isServedBy(webhook))
                .sorted(RegisteredWebhook.OLDEST_FIRST)
                .toList();
    }

    private void removeRepeated(RegisteredWebhook webhook) {
        if (NAME.equals(webhook.name())) {
            calls.delete(webhook.id());
            LOG.info("Removed webhook {}, which led to the same address as an older one", webhook.id());
        } else {
            LOG.warn(
                    "Webhook {} leads to the same address as an older one, so events come twice; it was not created"
                            + " here, so it stays",
                    webhook.id());
        }
    }

    private void bringUpToDate(RegisteredWebhook webhook) {
        Map<String, Object> changes = webhook.changesFor(wanted);
        if (!changes.isEmpty()) {
            calls.update(webhook.id(), changes);
            LOG.info("Changed {} of webhook {}", changes.keySet(), webhook.id());
        }
    }
}
