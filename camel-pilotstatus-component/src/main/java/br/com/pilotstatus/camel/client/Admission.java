/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Decides when a call may begin: its key is not paused, its turn has come, and fewer than so many calls are under way.
 * The caller waits here, where it can be told clearly why it waited in vain.
 */
final class Admission {

    private final Semaphore places;
    private final KeyGates gates;
    private final Duration interval;
    private final Duration patience;

    Admission(ClientSettings settings, KeyGates gates) {
        this.places = new Semaphore(settings.maxInFlight(), true);
        this.gates = gates;
        this.interval = settings.interval();
        this.patience = settings.acquireTimeout();
    }

    /**
     * Waits for a place, which the caller must give back by {@link #leave}.
     *
     * @throws PilotStatusException when none is to be had in time; nothing was sent then
     */
    void enter(ApiRequest request) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            awaitTurn(request);
            if (!places.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw refused(
                        ErrorCode.NO_PLACE,
                        request,
                        "too many calls are under way, and none ended within " + patience.toMillis()
                                + " ms; raise maxInFlight or acquireTimeout, or send more slowly",
                        null,
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(
                    ErrorCode.INTERRUPTED, request, "the thread was interrupted while waiting for its turn", null, e);
        }
    }

    private void awaitTurn(ApiRequest request) throws InterruptedException {
        KeyGate gate = gates.of(request);
        Optional<Duration> wait = gate.reserve(interval, patience);
        if (wait.isEmpty()) {
            throw noTurn(request, gate.remainingPause());
        }
        TimeUnit.NANOSECONDS.sleep(wait.get().toNanos());
    }

    private PilotStatusException noTurn(ApiRequest request, Duration pause) {
        if (pause.compareTo(patience) > 0) {
            return refused(
                    ErrorCode.PAUSED,
                    request,
                    "the service asked to pause for another " + pause.toSeconds() + " s, longer than acquireTimeout",
                    pause,
                    null);
        }
        return refused(
                ErrorCode.NO_TURN,
                request,
                "requestsPerSecond lets no further call begin within acquireTimeout, " + patience.toMillis() + " ms",
                null,
                null);
    }

    /** How long a repeated try must wait for its turn, beyond what it waits anyway. */
    Duration turnOfRetry(ApiRequest request, Duration remaining) {
        return gates.of(request).reserve(interval, remaining).orElse(remaining);
    }

    /** Holds back the calls of a key for as long as the service asks. */
    void heed(ApiRequest request, PilotStatusException failure) {
        if (failure instanceof PilotStatusRateLimitException && failure.getRetryAfter() != null) {
            gates.of(request).pause(failure.getRetryAfter());
        }
    }

    void leave() {
        places.release();
    }

    private static PilotStatusException refused(
            ErrorCode code, ApiRequest request, String reason, Duration retryAfter, Throwable cause) {
        return new PilotStatusTransportException(
                "'" + request.operation().operationName() + "' was not sent: " + reason,
                new Failure(Outcome.REFUSED, null, code.code(), Map.of(), true, retryAfter, 0),
                cause);
    }
}
