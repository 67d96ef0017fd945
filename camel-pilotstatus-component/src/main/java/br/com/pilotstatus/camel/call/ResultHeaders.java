/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static br.com.pilotstatus.camel.PilotStatusConstants.ATTEMPTS;
import static br.com.pilotstatus.camel.PilotStatusConstants.DUPLICATE;
import static br.com.pilotstatus.camel.PilotStatusConstants.ERROR_CODE;
import static br.com.pilotstatus.camel.PilotStatusConstants.OUTCOME;
import static br.com.pilotstatus.camel.PilotStatusConstants.RESPONSE_CODE;
import static br.com.pilotstatus.camel.PilotStatusConstants.RETRYABLE;

import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.client.KeyGates;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The headers that say what came of a call, after a failure too, so that any DSL can branch on them. */
public final class ResultHeaders {

    private static final List<String> ALL = List.of(OUTCOME, ERROR_CODE, RETRYABLE, RESPONSE_CODE, ATTEMPTS, DUPLICATE);

    private ResultHeaders() {}

    /** Removes what an earlier call left. */
    public static void clear(Message message) {
        ALL.forEach(message::removeHeader);
    }

    public static void accepted(Message message, ApiResponse response) {
        accepted(message, response.status(), response.attempts());
    }

    public static void accepted(Message message, int status, int attempts) {
        message.setHeader(OUTCOME, Outcome.ACCEPTED.name());
        message.setHeader(RETRYABLE, false);
        message.setHeader(RESPONSE_CODE, status);
        message.setHeader(ATTEMPTS, attempts);
    }

    /** For a call that was accepted earlier, and not made again. */
    public static void duplicate(Message message) {
        message.setHeader(OUTCOME, Outcome.ACCEPTED.name());
        message.setHeader(RETRYABLE, false);
        message.setHeader(ATTEMPTS, 0);
        message.setHeader(DUPLICATE, true);
    }

    /** Fails an exchange, and tells its error handler how long to wait when the endpoint is set up so. */
    public static void fail(Exchange exchange, Throwable cause, PilotStatusConfiguration configuration) {
        if (cause instanceof PilotStatusException known) {
            failed(exchange.getMessage(), known);
            if (known.getRetryAfter() != null && configuration.isRetryAfterHeader()) {
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

    private static void failed(Message message, PilotStatusException failure) {
        message.setHeader(OUTCOME, failure.getOutcome().name());
        message.setHeader(RETRYABLE, failure.isRetryable());
        message.setHeader(ATTEMPTS, failure.getAttempts());
        if (failure.getErrorCode() != null) {
            message.setHeader(ERROR_CODE, failure.getErrorCode());
        }
        if (failure.getStatusCode() != null) {
            message.setHeader(RESPONSE_CODE, failure.getStatusCode());
        }
    }
}
