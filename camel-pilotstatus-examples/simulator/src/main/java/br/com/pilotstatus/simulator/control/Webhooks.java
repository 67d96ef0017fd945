/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.state.BoundedLog;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.SimulatedWebhook.WebhookSettings;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.TargetRules;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The webhooks of the account and every attempt to reach them. */
public final class Webhooks {

    private static final int SHOWN = 20;

    private final World world;
    private final WebhookDispatcher dispatcher;
    private final BoundedLog<WebhookAttempt> attempts;

    public Webhooks(World world, WebhookDispatcher dispatcher, BoundedLog<WebhookAttempt> attempts) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.attempts = attempts;
    }

    /**
     * Creates a webhook without going through the API.
     *
     * @param events event names, or {@code *} for all
     * @throws IllegalArgumentException when events may not be sent to that URL
     */
    public SimulatedWebhook create(String numberId, String url, String... events) {
        TargetRules.complaint(url, world.settings().delivery()).ifPresent(complaint -> {
            throw new IllegalArgumentException(complaint);
        });
        return world.webhooks()
                .add(
                        numberId,
                        new WebhookSettings(null, url, true, List.of(events)),
                        world.clock().now());
    }

    public List<SimulatedWebhook> list() {
        return world.webhooks().list();
    }

    /** All attempts that are still kept, oldest first. */
    public List<WebhookAttempt> attempts() {
        return attempts.entries();
    }

    /**
     * Waits for an attempt that matches.
     *
     * @throws AssertionError when none is there in time; its text lists the attempts there were
     */
    public WebhookAttempt awaitAttempt(Predicate<WebhookAttempt> wanted, Duration timeout) {
        return attempts.await(wanted, timeout)
                .orElseThrow(() -> new AssertionError(
                        "No webhook attempt that matches within " + timeout.toMillis() + " ms. There were: " + seen()));
    }

    /** Sends the payload of an earlier attempt once more, byte for byte. */
    public void redeliver(WebhookAttempt earlier) {
        dispatcher.redeliver(earlier);
    }

    /**
     * Sends any event of a number to the webhooks that want it, with these data as they are.
     *
     * @param event its name; {@code meta.envelope} sends the data alone, to webhooks that take all events
     */
    public EmittedEvent emit(String numberId, String event, JsonNode data) {
        return new EmittedEvent(event, data, dispatcher.emit(numberId, event, data));
    }

    private String seen() {
        List<WebhookAttempt> all = attempts();
        return all.isEmpty()
                ? "none"
                : all.stream()
                        .skip(Math.max(0, all.size() - SHOWN))
                        .map(WebhookAttempt::toString)
                        .collect(Collectors.joining("; "));
    }
}
