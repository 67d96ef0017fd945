/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import br.com.pilotstatus.examples.main.demo.RunningApplication;
import br.com.pilotstatus.examples.main.demo.Systems;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.control.Inbound;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The application among its systems, one for each test class. Pilot Status starts afresh for each test; orders, mails and
 * queues stay, so tests use phones and orders of their own.
 */
final class Bridge implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final Duration TICK = Duration.ofMillis(20);

    private Systems systems;
    private RunningApplication application;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        systems = new Systems(TICK).start();
        application = RunningApplication.start(systems.addresses());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        pilotStatus().reset();
        pilotStatus().configure(s -> s.with(s.delivery().withRetries(10, Duration.ofMillis(100), 1)));
        pilotStatus().webhooks().create(systems.number().id(), application.webhookUrl(), "*");
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        try (Systems all = systems) {
            if (application != null) {
                application.close();
            }
        }
    }

    Systems systems() {
        return systems;
    }

    PilotStatusSimulator pilotStatus() {
        return systems.pilotStatus();
    }

    /** Plays the customers of the number that the application sends from. */
    Inbound customers() {
        return pilotStatus().inbound(systems.number().id());
    }

    /** What Pilot Status accepted for a phone, without the acknowledgement of a message that belongs to no order. */
    List<LedgerEntry> sentTo(String phone) {
        return pilotStatus().ledger().to(phone).stream()
                .filter(entry -> !entry.request().path("text").asText().startsWith("Thank you for your message"))
                .toList();
    }

    static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20));
    }

    /** For what must go on being so: several rounds of every poll. */
    static ConditionFactory forAWhile() {
        return soon().during(Duration.ofMillis(700));
    }
}
