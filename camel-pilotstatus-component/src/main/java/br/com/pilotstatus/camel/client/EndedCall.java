/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;

/**
 * What may be told of a call: nothing of its recipient, content or key.
 *
 * @param outcome   how it ended
 * @param status    HTTP status of the last answer; null when none came
 * @param errorCode the API's stable code, or one of {@link ErrorCode}; null when an answer gave none
 * @param attempts  how often it was tried; 0 when it never got its turn
 * @param waited      how long it waited for its turn
 * @param latency   from its turn to its end, all tries and the pauses between them included
 */
public record EndedCall(
        Operation operation,
        Outcome outcome,
        Integer status,
        String errorCode,
        int attempts,
        Duration waited,
        Duration latency) {

    static EndedCall accepted(Operation operation, ApiResponse response, Duration waited, Duration latency) {
        return new EndedCall(
                operation, Outcome.ACCEPTED, response.status(), null, response.attempts(), waited, latency);
    }

    static EndedCall failed(Operation operation, PilotStatusException failure, Duration waited, Duration latency) {
        return new EndedCall(
                operation,
                failure.getOutcome(),
                failure.getStatusCode(),
                failure.getErrorCode(),
                failure.getAttempts(),
                waited,
                latency);
    }
}
