/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * The service failed without having acted: a read that failed, or a 503 with its own error body (5xx).
 */
public class PilotStatusServerException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusServerException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
