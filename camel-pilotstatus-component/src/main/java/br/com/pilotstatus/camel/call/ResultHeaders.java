/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static br.com.pilotstatus.camel.PilotStatusConstants.ATTEMPTS;
import static br.com.pilotstatus.camel.PilotStatusConstants.DUPLICATE;
import static br.com.pilotstatus.camel.PilotStatusConstants.ERROR_CODE;
import static br.com.pilotstatus.camel.PilotStatusConstants.ERROR_MESSAGE;
import static br.com.pilotstatus.camel.PilotStatusConstants.OUTCOME;
import static br.com.pilotstatus.camel.PilotStatusConstants.RESPONSE_CODE;
import static br.com.pilotstatus.camel.PilotStatusConstants.RETRYABLE;
import static br.com.pilotstatus.camel.PilotStatusConstants.RETRY_AFTER;

import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.util.List;
import org.apache.camel.Message;

/** The headers that say what came of a call, after a failure too, so that any DSL can branch on them. */
public final class ResultHeaders {

    private static final List<String> ALL =
            List.of(OUTCOME, ERROR_CODE, ERROR_MESSAGE, RETRYABLE, RETRY_AFTER, RESPONSE_CODE, ATTEMPTS, DUPLICATE);

    private ResultHeaders() {}

    /** Removes what an earlier call left. */
    public static void clear(Message message) {
        if (message.hasHeaders()) {
            ALL.forEach(message::removeHeader);
        }
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

    /** For a call that was refused, or may have happened. */
    static void failed(Message message, PilotStatusException failure) {
        message.setHeader(OUTCOME, failure.getOutcome().name());
        message.setHeader(ERROR_MESSAGE, failure.getMessage());
        message.setHeader(RETRYABLE, failure.isRetryable());
        message.setHeader(ATTEMPTS, failure.getAttempts());
        if (failure.getErrorCode() != null) {
            message.setHeader(ERROR_CODE, failure.getErrorCode());
        }
        if (failure.getStatusCode() != null) {
            message.setHeader(RESPONSE_CODE, failure.getStatusCode());
        }
        if (failure.getRetryAfter() != null) {
            message.setHeader(RETRY_AFTER, failure.getRetryAfter().toMillis());
        }
    }
}
