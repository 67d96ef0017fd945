/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.Operation;
import br.com.pilotstatus.camel.client.Outcome;
import br.com.pilotstatus.camel.client.PilotStatusException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/**
 * What may be told of a call: nothing of its recipient, content or key.
 *
 * @param outcome   how it ended
 * @param status    HTTP status of the last answer; null when none came
 * @param errorCode the API's stable code; null when it gave none
 * @param attempts  how often it was tried; 0 when it never got its turn
 * @param waited      how long it waited for its turn
 * @param latency   from its turn to its end, all tries and the pauses between them included
 */
record EndedCall(
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

    static EndedCall failed(Operation operation, Throwable failure, Duration waited, Duration latency) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof PilotStatusException known) {
            return new EndedCall(
                    operation,
                    known.getOutcome(),
                    known.getStatusCode(),
                    known.getErrorCode(),
                    known.getAttempts(),
                    waited,
                    latency);
        }
        // The client failed in a way of its own after it had begun; what became of the call, nobody can say.
        return new EndedCall(operation, Outcome.UNKNOWN, null, null, 1, waited, latency);
    }
}
