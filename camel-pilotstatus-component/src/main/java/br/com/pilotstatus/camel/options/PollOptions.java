/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusReceiveConfiguration;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** What must hold of the options of polling before it starts. */
public final class PollOptions {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(14);

    /** How long an inbox in memory remembers what the longest overlap shows again and again. */
    public static final Duration MEMORY = LONGEST_OVERLAP.multipliedBy(3);

    private static final long MIN_OVERLAP = Duration.ofSeconds(1).toMillis();
    private static final long MAX_OVERLAP = LONGEST_OVERLAP.toMillis();
    private static final Pattern SUBSCRIPTION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private PollOptions() {}

    /** Fails when an option was given that has no effect beside the others. */
    static void requireEffect(int backoffMultiplier, Collection<String> given) {
        if (backoffMultiplier <= 0) {
            EndpointOptions.requireNone(
                    given,
                    "without backoffMultiplier",
                    "backoffIdleThreshold"::equals,
                    "backoffErrorThreshold"::equals);
        }
    }

    /** Fails when events cannot be asked for with these options. */
    static void check(PilotStatusConfiguration connection, PilotStatusReceiveConfiguration receive) {
        Operation history = Operation.MESSAGES_HISTORY;
        EndpointOptions.checkCall(history, connection, new PilotStatusCallConfiguration());
        String number = connection.getWhatsappNumberId();
        ConnectionOptions.requireNoExpression("whatsappNumberId", number);
        if (number == null && !connection.keys().hasNumberKey()) {
            throw new IllegalArgumentException(
                    "With accountKey, the operation 'poll' needs the option whatsappNumberId");
        }
        // Refuses a number that the key does not fit.
        new RequestFactory(connection.keys()).call(history, Map.of(), number);
        if (receive.getOverlap() < MIN_OVERLAP || receive.getOverlap() > MAX_OVERLAP) {
            throw new IllegalArgumentException("The option overlap must be from 1 second to 14 days");
        }
        checkName(receive.getSubscriptionName());
    }

    /** Fails when the name of a subscription, if there is one, holds what it must not. */
    public static void checkName(String name) {
        if (name != null && !SUBSCRIPTION.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The option subscriptionName must be 1 to 64 letters, digits, dots, dashes and underscores");
        }
    }
}
