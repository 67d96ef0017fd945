/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * The key is missing, wrong, or not allowed to make this call (401, 403).
 */
public class PilotStatusAuthenticationException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusAuthenticationException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
