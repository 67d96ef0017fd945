/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.Operation;
import java.time.Duration;
import java.util.List;

/** Times one call, and tells the observers how it ended. */
final class CallWatch {

    private final Operation operation;
    private final List<CallObserver> observers;
    private Duration wait = Duration.ZERO;
    private long turn = System.nanoTime();
    private boolean withdrawn;

    CallWatch(Operation operation, List<CallObserver> observers) {
        this.operation = operation;
        this.observers = observers;
    }

    /** Its turn has come, or has not come in time; a call without a turn ends at once. */
    void waited(long nanos) {
        wait = Duration.ofNanos(nanos);
        turn = System.nanoTime();
    }

    /** The step; when it throws, the call is not made, and no observer hears of it. */
    Runnable orWithdrawn(Runnable step) {
        return () -> {
            withdrawn = true;
            step.run();
            withdrawn = false;
        };
    }

    void ended(ApiResponse response, Throwable failure) {
        if (withdrawn) {
            return;
        }
        Duration latency = Duration.ofNanos(System.nanoTime() - turn);
        EndedCall call = failure == null
                ? EndedCall.accepted(operation, response, wait, latency)
                : EndedCall.failed(operation, failure, wait, latency);
        observers.forEach(observer -> observer.ended(call));
    }
}
