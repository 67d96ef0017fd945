/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * The call did not get through: it was never sent, or it only reads and its answer did not arrive. Safe to repeat.
 */
public class PilotStatusTransportException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusTransportException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }

    /** A call that was not sent, for a reason on this side. */
    public static PilotStatusTransportException notSent(
            ErrorCode code, String operation, String reason, Throwable cause) {
        return new PilotStatusTransportException(
                "'" + operation + "' was not sent: " + reason, Failure.beforeSending(code, true), cause);
    }
}
