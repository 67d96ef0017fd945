/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * The plan of the account does not include this (402).
 */
public class PilotStatusPaymentRequiredException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusPaymentRequiredException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
