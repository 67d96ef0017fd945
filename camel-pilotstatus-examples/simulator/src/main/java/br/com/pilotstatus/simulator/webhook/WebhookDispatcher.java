/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.settings.ContractSettings.MetaEvents;
import br.com.pilotstatus.simulator.settings.DeliverySettings;
import br.com.pilotstatus.simulator.state.BoundedLog;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.EventDelivery.AttemptResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings events to the webhooks that want them. The attempts of one delivery follow each other, on the simulator's
 * clock; deliveries run beside each other, so events may overtake each other.
 */
public final class WebhookDispatcher {

    /** Name of what Meta sends by itself. */
    public static final String META_ENVELOPE = "meta.envelope";

    private final World world;
    private final WebhookSender sender;
    private final BoundedLog<WebhookAttempt> attempts;

    public WebhookDispatcher(World world, Vertx vertx, BoundedLog<WebhookAttempt> attempts) {
        this.world = world;
        this.sender = new WebhookSender(vertx);
        this.attempts = attempts;
    }

    /** Sends an event of a number to all webhooks that want it, in the forms that are set; returns to how many. */
    public int publish(String numberId, String event, Supplier<? extends JsonNode> data) {
        List<SimulatedWebhook> wanting = wanting(numberId, event);
        if (!wanting.isEmpty()) {
            forms(numberId, event, data.get()).forEach(form -> deliver(wanting, event, form));
        }
        return wanting.size();
    }

    /**
     * Sends an event of a number as it is to all webhooks that want it; returns to how many.
     *
     * @param event its name; {@value #META_ENVELOPE} makes the data the whole of what is sent
     */
    public int emit(String numberId, String event, JsonNode data) {
        List<SimulatedWebhook> wanting = wanting(numberId, event);
        deliver(wanting, event, event.equals(META_ENVELOPE) ? data : event(event, data));
        return wanting.size();
    }

    private List<SimulatedWebhook> wanting(String numberId, String event) {
        return world.webhooks().list().stream()
                .filter(webhook -> webhook.wants(event, numberId))
                .toList();
    }

    private List<JsonNode> forms(String numberId, String event, JsonNode data) {
        MetaEvents set = world.settings().contract().metaEvents();
        Optional<ObjectNode> meta = set == MetaEvents.EVENT
                ? Optional.empty()
                : world.account()
                        .number(numberId)
                        .filter(SimulatedNumber::isMeta)
                        .flatMap(number -> MetaForm.of(event, data, number));
        List<JsonNode> forms = new ArrayList<>();
        meta.ifPresent(forms::add);
        if (meta.isEmpty() || set == MetaEvents.BOTH) {
            forms.add(event(event, data));
        }
        return forms;
    }

    private static ObjectNode event(String name, JsonNode data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("event", name);
        event.set("data", data);
        return event;
    }

    private void deliver(List<SimulatedWebhook> webhooks, String event, JsonNode json) {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        webhooks.forEach(webhook -> deliver(webhook, event, body));
    }

    /** Sends the payload of an earlier attempt again, as a delivery of its own. */
    public void redeliver(WebhookAttempt earlier) {
        SimulatedWebhook webhook = world.webhooks()
                .find(earlier.webhookId())
                .orElseThrow(() -> new IllegalArgumentException("The webhook of the attempt is gone"));
        deliver(webhook, earlier.event(), earlier.payload().getBytes(StandardCharsets.UTF_8));
    }

    private void deliver(SimulatedWebhook webhook, String event, byte[] body) {
        attempt(new EventDelivery(world.ids().next(), webhook.id(), event, body, world.generation()), 1);
    }

    // Asked anew for each attempt: the webhook may have been changed, paused or removed since the last one.
    private void attempt(EventDelivery delivery, int number) {
        world.webhooks()
                .find(delivery.webhookId())
                .filter(webhook -> webhook.settings().active())
                .ifPresent(webhook -> {
                    Instant begun = world.clock().now();
                    world.webhooks().triggered(webhook.id(), begun);
                    sender.send(
                            webhook.settings().url(),
                            delivery,
                            world.settings().delivery(),
                            result -> ended(delivery, number, begun, result));
                });
    }

    private void ended(EventDelivery delivery, int number, Instant begun, AttemptResult result) {
        // The next try is in the clock before this one shows, so that whoever waited for this one can advance to that.
        if (isWanted(delivery) && !result.isSuccess()) {
            retry(delivery, number);
        }
        attempts.appendIf(() -> isWanted(delivery), sequence -> delivery.attempt(sequence, number, begun, result));
    }

    private boolean isWanted(EventDelivery delivery) {
        return delivery.generation() == world.generation();
    }

    private void retry(EventDelivery delivery, int failed) {
        DeliverySettings settings = world.settings().delivery();
        if (failed < settings.maxAttempts()) {
            double wait = settings.firstRetryMillis() * Math.pow(settings.retryFactor(), failed - 1.0);
            // A week is longer than any test; it also keeps the arithmetic of dates within bounds.
            long millis = (long) Math.min(wait, 7 * 24 * 3_600_000.0);
            world.clock().schedule(world.clock().now().plusMillis(millis), () -> attempt(delivery, failed + 1));
        }
    }
}
