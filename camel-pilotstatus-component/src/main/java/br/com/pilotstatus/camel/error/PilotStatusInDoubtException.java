/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.error;

import java.util.Map;

/**
 * The journal holds a send of this idempotency key of which it is not known whether it happened: it is under way, or its
 * outcome was never learned. Nothing was sent now, but the message may be out, so the outcome is {@link Outcome#UNKNOWN}.
 * Sending under the same key again stays safe; <code>journal-reconcile</code> or a person with <code>journal-resolve</code>
 * decides it.
 */
public class PilotStatusInDoubtException extends PilotStatusException {

    private static final long serialVersionUID = 1L;

    /** A send that is in doubt, as the message says. */
    public PilotStatusInDoubtException(String message) {
        super(message, new Failure(Outcome.UNKNOWN, null, ErrorCode.IN_DOUBT.code(), Map.of(), false, null, 0), null);
    }
}
