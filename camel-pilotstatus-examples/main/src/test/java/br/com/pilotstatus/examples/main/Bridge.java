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
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The application among its systems, started once for all test classes. Pilot Status is as new for each test; orders,
 * mails and queues stay, so tests use phones and orders of their own.
 */
final class Bridge implements BeforeAllCallback, BeforeEachCallback {

    private static final Duration TICK = Duration.ofMillis(20);

    private Running running;

    private record Running(Systems systems, RunningApplication application) implements AutoCloseable {

        static Running start() {
            try {
                Systems systems = new Systems(TICK).start();
                return new Running(systems, RunningApplication.start(systems.addresses()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws Exception {
            application.close();
            systems.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(Bridge.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        pilotStatus().reset();
        pilotStatus().configure(s -> s.with(s.delivery().withRetries(10, Duration.ofMillis(100), 1)));
        pilotStatus().webhooks().create(systems().number().id(), webhookUrl(), "*");
    }

    Systems systems() {
        return running.systems();
    }

    PilotStatusSimulator pilotStatus() {
        return systems().pilotStatus();
    }

    /** Plays the customers of the number that the application sends from. */
    Inbound customers() {
        return pilotStatus().inbound(systems().number().id());
    }

    /** Where the application receives events. */
    String webhookUrl() {
        return running.application().webhookUrl();
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
        return soon().during(Duration.ofMillis(500));
    }
}
