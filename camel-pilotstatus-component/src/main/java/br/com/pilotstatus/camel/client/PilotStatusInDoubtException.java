/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

/**
 * The journal holds a send of this idempotency key of which it is not known whether it happened: it is under way, or its
 * outcome was never learned. Nothing was sent. Asking again later is safe; a person decides it with
 * <code>journal-resolve</code>.
 */
public class PilotStatusInDoubtException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    public PilotStatusInDoubtException(String message) {
        super(message, Failure.beforeSending(ErrorCode.IN_DOUBT, true), null);
    }
}
