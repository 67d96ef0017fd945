/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/** State of a call, as the API names it. */
public enum CallStatus {
    INITIATED,
    RINGING,
    ACCEPTED,
    COMPLETED,
    FAILED,
    REJECTED;

    /** True when nothing follows. */
    public boolean isOver() {
        return this == COMPLETED || this == FAILED || this == REJECTED;
    }
}
