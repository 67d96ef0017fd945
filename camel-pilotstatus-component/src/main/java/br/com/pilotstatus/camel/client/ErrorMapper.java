/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Failure;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusAuthenticationException;
import br.com.pilotstatus.camel.error.PilotStatusConflictException;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import br.com.pilotstatus.camel.error.PilotStatusPaymentRequiredException;
import br.com.pilotstatus.camel.error.PilotStatusRateLimitException;
import br.com.pilotstatus.camel.error.PilotStatusServerException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * The one place that judges how a try ended. A call that changes something counts as refused only when the service says
 * so, or nothing was sent; whatever lies between is unknown.
 */
final class ErrorMapper {

    private final InstantSource clock;

    ErrorMapper(InstantSource clock) {
        this.clock = clock;
    }

    /** A call of which no try was made. */
    PilotStatusException notBegun(Operation operation, ErrorCode code, String reason, Duration retryAfter) {
        return new PilotStatusTransportException(
                "'" + operation.operationName() + "' was not sent: " + reason,
                new Failure(Outcome.REFUSED, null, code.code(), Map.of(), true, retryAfter, 0),
                null);
    }

    PilotStatusException notSent(Operation operation, Reply.NotSent reply, int attempts) {
        return new PilotStatusTransportException(
                "'" + operation.operationName() + "' was not sent: " + reply.reason(),
                failure(reply.code(), Outcome.REFUSED, true, attempts),
                reply.cause());
    }

    PilotStatusException noVerdict(Operation operation, Reply.NoVerdict reply, int attempts) {
        if (operation.reads()) {
            return new PilotStatusTransportException(
                    "'" + operation.operationName() + "' got no answer: " + reply.reason(),
                    failure(ErrorCode.NO_ANSWER, Outcome.REFUSED, true, attempts),
                    reply.cause());
        }
        return new PilotStatusOutcomeUnknownException(
                "'" + operation.operationName() + "' was sent and may have happened: " + reply.reason()
                        + ". Repeating it may do it twice",
                failure(ErrorCode.NO_ANSWER, Outcome.UNKNOWN, false, attempts),
                reply.cause());
    }

    /**
     * The verdict when an earlier try may have happened: what the latest one says of itself does not undo that.
     */
    PilotStatusException stillUnknown(Operation operation, PilotStatusException latest) {
        if (latest.getOutcome() == Outcome.UNKNOWN) {
            return latest;
        }
        return new PilotStatusOutcomeUnknownException(
                "An earlier try of '" + operation.operationName() + "' may have happened, although the latest did not: "
                        + latest.getMessage(),
                new Failure(
                        Outcome.UNKNOWN,
                        latest.getStatusCode(),
                        latest.getErrorCode(),
                        latest.getDetails(),
                        false,
                        latest.getRetryAfter(),
                        latest.getAttempts()),
                latest);
    }

    /** The exception for an answer other than 2xx. */
    PilotStatusException refused(Operation operation, ApiResponse response, int attempts) {
        ApiError error = ApiError.read(response.body());
        Duration retryAfter = RetryAfter.parse(response.retryAfter(), clock.instant());
        int status = response.status();
        String text = "'" + operation.operationName() + "' was answered with " + status + error.summary();
        if (status >= 400 && status < 500) {
            Failure failure = failure(Outcome.REFUSED, status, error, status == 429, retryAfter, attempts);
            return clientError(status, text, failure, operation);
        }
        boolean safe = operation.reads() || (status == 503 && error.fromApi());
        if (safe) {
            Failure failure = failure(Outcome.REFUSED, status, error, status >= 500, retryAfter, attempts);
            return new PilotStatusServerException(text + redirectHint(status), failure, null);
        }
        return new PilotStatusOutcomeUnknownException(
                text + " and may have happened. Repeating it may do it twice" + redirectHint(status),
                failure(Outcome.UNKNOWN, status, error, false, retryAfter, attempts),
                null);
    }

    private static PilotStatusException clientError(int status, String text, Failure failure, Operation operation) {
        return switch (status) {
            case 401 ->
                new PilotStatusAuthenticationException(
                        text + ": the key is missing or not valid; check apiKey or accountKey", failure, null);
            case 403 -> new PilotStatusAuthenticationException(text + ": " + scopeHint(operation), failure, null);
            case 402 ->
                new PilotStatusPaymentRequiredException(
                        text + ": the plan of the account does not include this", failure, null);
            case 404 ->
                new PilotStatusNotFoundException(text + ": not found within the scope of the key", failure, null);
            case 409 -> new PilotStatusConflictException(text, failure, null);
            case 429 -> new PilotStatusRateLimitException(text + ": too many calls", failure, null);
            default -> new PilotStatusException(text, failure, null);
        };
    }

    private static String scopeHint(Operation operation) {
        return switch (operation.keyScope()) {
            case NUMBER -> "this call takes the key of a number (apiKey), or accountKey with whatsappNumberId";
            case TENANT -> "this call takes the key of the account (accountKey)";
            case ANY, NONE -> "the key may not make this call";
        };
    }

    private static String redirectHint(int status) {
        return status >= 300 && status < 400
                ? ". Redirects are not followed, since they would carry the key away: check baseUrl"
                : "";
    }

    private static Failure failure(ErrorCode code, Outcome outcome, boolean retryable, int attempts) {
        return new Failure(outcome, null, code.code(), Map.of(), retryable, null, attempts);
    }

    private static Failure failure(
            Outcome outcome, int status, ApiError error, boolean retryable, Duration retryAfter, int attempts) {
        return new Failure(outcome, status, error.code(), error.details(), retryable, retryAfter, attempts);
    }
}
