/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.PilotStatusException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Story 3: other programs put messages into a queue, as JSON in the API's field names. A message leaves the broker only
 * when Pilot Status has accepted it or the dead letter queue holds it; one that comes again is known by its id.
 */
public class QueueRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // Refused for now: nothing was sent, so trying again is safe, for as long as it takes. The message stays in the
        // broker's transaction until then; a stop does not wait for it, the broker takes it back.
        onException(PilotStatusException.class)
                .onWhen(header(PilotStatusConstants.RETRYABLE).isEqualTo(true))
                .redeliveryPolicyRef("untilAccepted")
                .handled(false);

        // Refused for good, not understood, or nobody knows whether it was sent. It goes aside with what is known, for
        // a person to decide; sending it again blindly might send it twice.
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.ERROR, "A queue message goes to the dead letter queue: ${exception.message}")
                .setHeader("outcome", header(PilotStatusConstants.OUTCOME))
                .setHeader("errorCode", header(PilotStatusConstants.ERROR_CODE))
                .setHeader("reason", simple("${exception.message}"))
                .to("jms:queue:{{queue.dead-letter}}");

        // A transaction of the JMS session, without a transaction manager: the fast way when only the broker is in it.
        from("jms:queue:{{queue.name}}?transacted=true&lazyCreateTransactionManager=false"
                        + "&cacheLevelName=CACHE_CONSUMER")
                .routeId("queue")
                .to("pilotstatus:send?bodyAs=message&idempotencyKey=${header.JMSMessageID}");
    }
}
