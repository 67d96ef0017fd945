/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * What the call is about does not exist within the scope of the key (404).
 */
public class PilotStatusNotFoundException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusNotFoundException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
