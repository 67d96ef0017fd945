/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

/**
 * The key is missing, wrong, or not allowed to make this call (401, 403).
 */
public class PilotStatusAuthenticationException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    PilotStatusAuthenticationException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
