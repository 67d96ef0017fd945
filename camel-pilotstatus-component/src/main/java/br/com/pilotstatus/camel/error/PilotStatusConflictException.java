/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * The call does not fit the present state, such as a number that is not connected (409).
 */
public class PilotStatusConflictException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusConflictException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
