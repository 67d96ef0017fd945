/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import java.util.Map;

/**
 * The call was sent and no usable verdict came back, so it may have happened. Repeating it may do it twice.
 */
public class PilotStatusOutcomeUnknownException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusOutcomeUnknownException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }

    /** A call that the service accepted, while what followed went wrong on this side. */
    public static PilotStatusOutcomeUnknownException afterAcceptance(
            Operation operation, ApiResponse response, Throwable cause) {
        return new PilotStatusOutcomeUnknownException(
                "'" + operation.operationName() + "' was accepted with " + response.status()
                        + ", but the exchange could not take the answer ("
                        + cause.getClass().getSimpleName() + "). Repeating it may do it twice",
                new Failure(
                        Outcome.UNKNOWN,
                        response.status(),
                        ErrorCode.ANSWER_UNUSABLE.code(),
                        Map.of(),
                        false,
                        null,
                        response.attempts()),
                cause);
    }
}
