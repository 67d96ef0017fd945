/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import br.com.pilotstatus.camel.faults.Expectation.Verdict;
import java.time.Duration;

/**
 * What one call came to under one fault.
 *
 * @param fault what went wrong
 * @param call  the call
 * @param heard what the route heard, and what the service did by its own books; null when it never ended
 * @param time  how long the exchange took
 */
record Cell(FaultCase fault, ApiCall call, Verdict heard, Duration time) {

    Expectation expected() {
        return Expectation.of(fault, call);
    }

    boolean ended() {
        return heard != null;
    }

    /** For the table: stable from run to run. */
    String text() {
        return ended() ? expected().text(heard) : "never ended";
    }

    @Override
    public String toString() {
        return fault + ", " + call + ": " + heard + " within " + time.toMillis() + " ms; expected "
                + expected().allowed();
    }
}
