/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.outbox;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.PilotStatusAuthenticationException;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusInDoubtException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.camel.error.PilotStatusPaymentRequiredException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, each number by itself. A row ends in one of five ways, and only two are an end: the others bring it
 * back later. Its key keeps it from going out twice, whatever dies in between.
 */
@Component
public class OutboxRoutes extends RouteBuilder {

    private static final String ROW = "row";

    private final Outbox outbox;
    private final Duration maxWait;

    public OutboxRoutes(Outbox outbox, OutboxProperties properties) {
        this.outbox = outbox;
        this.maxWait = properties.maxWait();
    }

    @Override
    public void configure() {
        // Nobody knows: no answer came, or an earlier send of the same key is undecided. The reconciling route asks.
        onException(PilotStatusInDoubtException.class, PilotStatusOutcomeUnknownException.class)
                .handled(true)
                .log(LoggingLevel.WARN, "${variable.row.key} is in doubt: ${exception.message}")
                .process(exchange -> outbox.inDoubt(row(exchange), reason(exchange)));

        // The key, the plan or a permission of the number: nothing is wrong with this message, so it waits, and so do
        // all
        // others of that number.
        onException(PilotStatusAuthenticationException.class, PilotStatusPaymentRequiredException.class)
                .handled(true)
                .log(LoggingLevel.ERROR, "${variable.row.sender} waits for somebody: ${exception.message}")
                .process(exchange -> outbox.paused(row(exchange), reason(exchange)));

        // Refused for now: busy, too fast, not reached.
        onException(PilotStatusException.class)
                .onWhen(header(PilotStatusConstants.RETRYABLE).isEqualTo(true))
                .handled(true)
                .log("${variable.row.key} waits: ${exception.message}")
                .process(exchange -> outbox.later(row(exchange), reason(exchange), untilNextTry(exchange)));

        // Refused for good: a wrong phone, a template that is not there.
        onException(PilotStatusException.class)
                .handled(true)
                .log(LoggingLevel.WARN, "${variable.row.key} is refused: ${exception.message}")
                .process(exchange -> outbox.refused(row(exchange), reason(exchange)));

        for (Sender sender : Sender.values()) {
            from("timer:outbox-" + sender + "?delay={{outbox.poll}}&period={{outbox.poll}}")
                    .routeId("outbox-" + sender)
                    .setBody(exchange -> outbox.take(sender))
                    .split(body())
                    .parallelProcessing()
                    .setVariable(ROW, body())
                    .setBody(simple("${body.variables}"))
                    .to(sender.component() + ":send?templateId=${variable.row.template}&to=${variable.row.phone}"
                            + "&idempotencyKey=${variable.row.key}")
                    .process(exchange -> outbox.accepted(row(exchange), messageId(exchange)));
        }
    }

    /** As long as the service asks for; otherwise longer from time to time. */
    private Duration untilNextTry(Exchange exchange) {
        Duration asked = failure(exchange).getRetryAfter();
        Duration doubling = Duration.ofSeconds(1L << Math.min(row(exchange).attempts(), 20));
        Duration own = doubling.compareTo(maxWait) < 0 ? doubling : maxWait;
        return asked == null || asked.compareTo(own) < 0 ? own : asked;
    }

    private static OutboxRow row(Exchange exchange) {
        return exchange.getVariable(ROW, OutboxRow.class);
    }

    private static String messageId(Exchange exchange) {
        return exchange.getMessage().getHeader(PilotStatusConstants.MESSAGE_ID, String.class);
    }

    private static PilotStatusException failure(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, PilotStatusException.class);
    }

    private static String reason(Exchange exchange) {
        return failure(exchange).getMessage();
    }
}
