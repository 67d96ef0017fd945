/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import br.com.pilotstatus.simulator.state.SimulatedWebhook.WebhookSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** The webhooks of the account, oldest first. */
public final class WebhookStore {

    /** More webhooks than this are refused, so that a client that registers in a loop is noticed. */
    public static final int LIMIT = 1_000;

    private final Map<String, SimulatedWebhook> byId = new ConcurrentSkipListMap<>();
    private final Ids ids;

    public WebhookStore(Ids ids) {
        this.ids = ids;
    }

    /** Adds one by a call of the API. */
    public SimulatedWebhook register(String numberId, WebhookSettings settings, Instant now) {
        return add(numberId, true, settings, now);
    }

    /** Adds one by other means. */
    public SimulatedWebhook add(String numberId, WebhookSettings settings, Instant now) {
        return add(numberId, false, settings, now);
    }

    private SimulatedWebhook add(String numberId, boolean registered, WebhookSettings settings, Instant now) {
        SimulatedWebhook webhook = new SimulatedWebhook(ids.next(), numberId, registered, settings, now, now, null);
        byId.put(webhook.id(), webhook);
        return webhook;
    }

    public List<SimulatedWebhook> list() {
        return List.copyOf(byId.values());
    }

    public int size() {
        return byId.size();
    }

    public Optional<SimulatedWebhook> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<SimulatedWebhook> change(String id, WebhookSettings settings, Instant now) {
        return Optional.ofNullable(byId.computeIfPresent(id, (key, webhook) -> webhook.with(settings, now)));
    }

    public void triggered(String id, Instant now) {
        byId.computeIfPresent(id, (key, webhook) -> webhook.triggered(now));
    }

    public boolean remove(String id) {
        return byId.remove(id) != null;
    }

    public void removeIf(Predicate<SimulatedWebhook> unwanted) {
        byId.values().removeIf(unwanted);
    }
}
