/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.client.KeyGates;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How exchanges of an endpoint hear that their call failed: by headers and an exception, or by headers alone. */
public final class EndpointFailures {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointFailures.class);

    private final String operation;
    private final boolean thrown;
    private final boolean delaysRedelivery;

    /**
     * Failures of an operation.
     *
     * @param connection whether the error handler of the route learns how long to wait
     * @param call       whether a failed call is thrown
     */
    public EndpointFailures(String operation, PilotStatusConfiguration connection, PilotStatusCallConfiguration call) {
        this.operation = operation;
        this.thrown = call.isThrowExceptionOnFailure();
        this.delaysRedelivery = connection.isRetryAfterHeader();
    }

    /** Ends an exchange whose call failed. What is no outcome of a call, such as a bug, is thrown in any case. */
    public void end(Exchange exchange, Throwable cause) {
        if (cause instanceof PilotStatusException known) {
            ResultHeaders.failed(exchange.getMessage(), known);
            if (!thrown) {
                // The route may never look at the headers.
                LOG.warn(
                        "{} in route {}: {} {}",
                        operation,
                        exchange.getFromRouteId(),
                        known.getOutcome(),
                        known.getMessage());
                return;
            }
            if (delaysRedelivery && known.getRetryAfter() != null) {
                delayRedelivery(exchange, known.getRetryAfter());
            }
        }
        exchange.setException(cause);
    }

    private static void delayRedelivery(Exchange exchange, Duration delay) {
        if (delay.compareTo(KeyGates.LONGEST_PAUSE) > 0) {
            // No redelivery: sooner it would only fail again, and a route must not sleep for as long as somebody says.
            // The handlers of its error handler run all the same, which a mark as exhausted would prevent.
            exchange.setRollbackOnly(true);
        } else {
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, delay.toMillis());
        }
    }
}
