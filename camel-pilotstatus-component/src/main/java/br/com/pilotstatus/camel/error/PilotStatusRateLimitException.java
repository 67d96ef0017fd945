/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

/**
 * Too many calls; wait at least {@link #getRetryAfter}, when it is given (429).
 */
public class PilotStatusRateLimitException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusRateLimitException(String message, Failure failure, Throwable cause) {
        super(message, failure, cause);
    }
}
