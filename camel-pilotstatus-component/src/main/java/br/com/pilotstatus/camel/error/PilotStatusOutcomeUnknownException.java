/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

import java.util.Map;

/**
 * The call was sent and no usable verdict came back, so it may have happened. Repeating it may do it twice.
 */
public class PilotStatusOutcomeUnknownException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusOutcomeUnknownException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }

    /** A call that the service accepted with that HTTP status, while what followed went wrong on this side. */
    public static PilotStatusOutcomeUnknownException afterAcceptance(
            String operation, int status, int attempts, Throwable cause) {
        return new PilotStatusOutcomeUnknownException(
                "'" + operation + "' was accepted with " + status
                        + ", but the exchange could not take the answer ("
                        + cause.getClass().getSimpleName() + "). Repeating it may do it twice",
                new Failure(Outcome.UNKNOWN, status, ErrorCode.ANSWER_UNUSABLE.code(), Map.of(), false, null, attempts),
                cause);
    }
}
