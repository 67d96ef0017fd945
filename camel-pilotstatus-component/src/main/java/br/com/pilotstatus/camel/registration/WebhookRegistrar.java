/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import br.com.pilotstatus.camel.error.PilotStatusException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings it about that the service has one webhook that leads to a consumer, however many nodes try at the same time and
 * however often: finds it by its address, creates it when there is none, keeps the oldest of several, and brings that up
 * to date. Removes only what bears the name that is given here. For one thread at a time.
 */
final class WebhookRegistrar {

    /** Name of the webhooks created here, by which they are known again. */
    static final String NAME = "camel-pilotstatus";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistrar.class);

    private final WebhookCalls calls;
    private final Subscription wanted;
    private boolean created;
    /** What the answer to creating it said, as it may be listed with another address than the one it was given. */
    private String createdId;

    private RegisteredWebhook kept;

    WebhookRegistrar(WebhookCalls calls, Subscription wanted) {
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
    String register() {
        List<RegisteredWebhook> leadingHere = leadingHere();
        if (leadingHere.isEmpty() && !created) {
            createdId = calls.create(NAME, wanted);
            created = true;
            // Another node may have done the same since the list was read; both see both now, and agree on the oldest.
            leadingHere = leadingHere();
        }
        if (leadingHere.isEmpty()) {
            throw new IllegalStateException("The webhook was created, but is not listed");
        }
        leadingHere.stream().skip(1).forEach(this::removeRepeated);
        bringUpToDate(leadingHere.get(0));
        kept = leadingHere.get(0);
        return kept.id();
    }

    /** Removes the webhook that was registered last, unless it was made by hand. */
    void unregister() {
        if (kept == null) {
            return;
        }
        if (NAME.equals(kept.name())) {
            calls.delete(kept.id());
        } else {
            LOG.info("Webhook {} was not created here, so it stays", kept.id());
        }
        kept = null;
        created = false;
    }

    private List<RegisteredWebhook> leadingHere() {
        return calls.list().stream()
                .filter(webhook -> webhook.id() != null)
                .filter(webhook -> wanted.isServedBy(webhook) || webhook.id().equals(createdId))
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
        Map<String, Object> changes = wanted.changesOf(webhook);
        if (!changes.isEmpty()) {
            calls.update(webhook.id(), changes);
            LOG.info("Changed {} of webhook {}", changes.keySet(), webhook.id());
        }
    }
}
