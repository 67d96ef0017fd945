/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.endurance;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.settings.RetentionSettings;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The simulator as a sender of many events, with its retries on; never far ahead of what was delivered. */
final class Sender implements AutoCloseable {

    private static final int AHEAD = 250;
    private static final RetentionSettings ENOUGH = new RetentionSettings(100_000, 256L << 20, 100_000, 256L << 20);

    private final PilotStatusSimulator simulator = PilotStatusSimulator.builder()
            .settings(settings ->
                    settings.with(ENOUGH).with(settings.delivery().withRetries(50, Duration.ofMillis(100), 1.5)))
            .build()
            .start();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    PilotStatusSimulator simulator() {
        return simulator;
    }

    /** Customers write so many messages; a node that is away holds up those after the next few hundred. */
    CompletableFuture<Void> send(int events, String webhookUrl) {
        simulator.webhooks().create(simulator.numberId(), webhookUrl, "message.received");
        return Background.run(() -> {
            for (int i = 0; i < events; i++) {
                if (i % AHEAD == 0) {
                    awaitDelivered(i - AHEAD);
                }
                sent.add(simulator
                        .inbound()
                        .text("+5511977770000", "Event " + i)
                        .data()
                        .get("id")
                        .asText());
            }
        });
    }

    private void awaitDelivered(int events) {
        while (delivered() < events) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** The ids of the events sent so far. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    List<WebhookAttempt> attempts() {
        return simulator.webhooks().attempts();
    }

    /** How many events the receiver has answered with success. */
    int delivered() {
        Set<String> done = attempts().stream()
                .filter(WebhookAttempt::isSuccess)
                .map(WebhookAttempt::deliveryId)
                .collect(Collectors.toSet());
        return done.size();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
