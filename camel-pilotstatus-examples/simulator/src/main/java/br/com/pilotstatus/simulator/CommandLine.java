/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import br.com.pilotstatus.simulator.settings.ContractSettings.MetaEvents;
import br.com.pilotstatus.simulator.settings.DeliverySettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The options of the runnable form. */
final class CommandLine {

    static final int DEFAULT_PORT = 8787;

    static final String USAGE = """
            Options:
              --port PORT              port to listen on, 0 for any free one (default 8787)
              --host ADDRESS           address to listen on (default 127.0.0.1)
              --seed TEXT              what ids and keys are made from (default random)
              --webhook-secret TEXT    sign webhooks with HMAC-SHA256 under this key
              --signature-header NAME  header of the signature (default x-pilot-status-signature)
              --signature-prefix TEXT  text before the signature, such as sha256=
              --delays S,D,R           milliseconds to SENT, DELIVERED and READ (default 100,300,600)
              --allow-remote-webhooks  let webhooks leave this machine
              --allow-remote-control   let other machines and web pages use it
              --meta-events FORM       how the Meta number tells of messages: event, envelope or both (default event)
              --free-plan              refuse media as on the free plan
              --help                   print this""";

    private final PilotStatusSimulator.Builder builder =
            PilotStatusSimulator.builder().port(DEFAULT_PORT);
    private boolean help;

    private CommandLine() {}

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException when one is unknown, lacks its value or has a value it cannot have
     */
    static CommandLine parse(String... arguments) {
        CommandLine line = new CommandLine();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            line.read(rest.removeFirst(), rest);
        }
        return line;
    }

    PilotStatusSimulator.Builder builder() {
        return builder;
    }

    boolean help() {
        return help;
    }

    private void read(String option, Deque<String> rest) {
        switch (option) {
            case "--port" -> builder.port(number(option, value(option, rest)));
            case "--host" -> builder.host(value(option, rest));
            case "--seed" -> builder.seed(value(option, rest));
            case "--webhook-secret" -> builder.webhookSecret(value(option, rest));
            case "--signature-header" -> {
                String name = value(option, rest);
                delivery(d -> d.withSignature(name, d.signaturePrefix()));
            }
            case "--signature-prefix" -> {
                String prefix = value(option, rest);
                delivery(d -> d.withSignature(d.signatureHeader(), prefix));
            }
            case "--delays" -> delays(option, value(option, rest).split(",", -1));
            case "--allow-remote-webhooks" -> delivery(d -> d.withAllowRemoteTargets(true));
            case "--allow-remote-control" -> builder.remoteControl(true);
            case "--meta-events" -> {
                MetaEvents form = form(option, value(option, rest));
                builder.settings(s -> s.with(s.contract().withMetaEvents(form)));
            }
            case "--free-plan" -> builder.settings(s -> s.with(s.contract().withFreePlan(true)));
            case "--help" -> help = true;
            default -> throw new IllegalArgumentException("Unknown option " + option);
        }
    }

    private void delivery(UnaryOperator<DeliverySettings> change) {
        builder.settings(s -> s.with(change.apply(s.delivery())));
    }

    private void delays(String option, String[] parts) {
        if (parts.length != 3) {
            throw new IllegalArgumentException(option + " takes three numbers, such as 100,300,600");
        }
        Duration sent = Duration.ofMillis(number(option, parts[0]));
        Duration delivered = Duration.ofMillis(number(option, parts[1]));
        Duration read = Duration.ofMillis(number(option, parts[2]));
        builder.settings(s -> s.with(s.lifecycle().withDelays(sent, delivered, read)));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static MetaEvents form(String option, String text) {
        try {
            return MetaEvents.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " takes event, envelope or both", e);
        }
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " takes a number", e);
        }
    }
}
