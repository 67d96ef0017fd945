/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

/**
 * The call was sent and no usable verdict came back, so it may have happened. Repeating it may do it twice.
 */
public class PilotStatusOutcomeUnknownException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    PilotStatusOutcomeUnknownException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
