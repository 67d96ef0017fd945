/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.load;

/** A call that holds no thread while it is under way. */
@FunctionalInterface
public interface AsyncCall {

    /** Begins a call; whoever ends it tells so once, on any thread. */
    void begin(Ended ended);

    /** Hears of the end of one call. */
    @FunctionalInterface
    interface Ended {

        void ended(boolean success);
    }
}
