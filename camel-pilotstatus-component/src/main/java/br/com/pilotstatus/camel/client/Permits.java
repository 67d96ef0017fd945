/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the calls under way. The caller waits here, where it can be told clearly that there was no place. */
final class Permits {

    private final Semaphore places;
    private final Duration patience;

    Permits(int count, Duration patience) {
        this.places = new Semaphore(count, true);
        this.patience = patience;
    }

    void acquire(Operation operation) {
        try {
            if (places.tryAcquire() || places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSent(operation, "the thread was interrupted while waiting for its turn", e);
        }
        throw notSent(
                operation,
                "too many calls are under way, and none ended within " + patience.toMillis()
                        + " ms; raise maxInFlight or acquireTimeout, or send more slowly",
                null);
    }

    void release() {
        places.release();
    }

    private static PilotStatusException notSent(Operation operation, String reason, Throwable cause) {
        return new PilotStatusTransportException(
                "'" + operation.operationName() + "' was not sent: " + reason, Failure.beforeSending(true), cause);
    }
}
