/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.error.PilotStatusException;

/** Whoever makes a call, and hears of its course. */
public interface CallListener {

    /**
     * The call has its place and its turn, and nothing of it is sent. Runs on a thread that may wait, such as for a database.
     * What it throws ends the call, which is not made then: nobody hears of it but {@link #then}.
     */
    default void admitted() {}

    /** The call ended. Runs before {@link #then}, on a thread that must not be held up. */
    void ended(EndedCall call);

    /**
     * What came of the call. Runs once, on a thread that may be held up.
     *
     * @param response a 2xx answer; null when the call failed
     * @param failure  a {@link PilotStatusException}, or what {@link #admitted} threw; null when the call succeeded
     */
    void then(ApiResponse response, Throwable failure);
}
