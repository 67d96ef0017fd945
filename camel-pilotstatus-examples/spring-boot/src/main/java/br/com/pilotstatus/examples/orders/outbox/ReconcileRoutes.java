/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders.outbox;

import br.com.pilotstatus.camel.model.JournalDecision;
import br.com.pilotstatus.camel.model.JournalDecision.Reason;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Asks the service what became of the sends that are in doubt, and has the journal note it. The outbox hears of it when it
 * asks the journal again: what was accepted is not sent, what was not goes out. Any number of nodes may do so at once.
 */
@Component
public class ReconcileRoutes extends RouteBuilder {

    private final Outbox outbox;

    public ReconcileRoutes(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void configure() {
        for (Sender sender : Sender.values()) {
            from("timer:reconcile-" + sender + "?delay={{reconcile.period}}&period={{reconcile.period}}")
                    .routeId("reconcile-" + sender)
                    .to(sender.component() + ":journal-reconcile?absent=refused&settleAfter={{reconcile.settle-after}}")
                    .split(body())
                    .filter(exchange -> needsPerson(exchange.getMessage().getBody(JournalDecision.class)))
                    .log(LoggingLevel.WARN, "${body.idempotencyKey} needs a person (${body.reason}): ${body.key}")
                    .process(exchange -> {
                        JournalDecision left = exchange.getMessage().getBody(JournalDecision.class);
                        outbox.needsPerson(left.idempotencyKey(), "needs a person: " + left.reason());
                    });
        }
    }

    // What belongs to the other number is that one's to decide.
    private static boolean needsPerson(JournalDecision decision) {
        return decision.outcome().equals("UNKNOWN")
                && decision.reason() != Reason.NOT_SETTLED
                && decision.reason() != Reason.OTHER_NUMBER;
    }
}
