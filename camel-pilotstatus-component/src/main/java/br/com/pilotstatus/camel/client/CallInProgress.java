/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One call over all its tries. Ends exactly once, within its time, whatever happens to transport, timer and client. */
final class CallInProgress {

    private final ApiRequest request;
    private final Transport transport;
    private final RetryPolicy retries;
    private final Admission admission;
    private final ErrorMapper errors;
    private final ScheduledExecutorService timer;
    private final long deadline;
    private final CompletableFuture<ApiResponse> result = new CompletableFuture<>();
    private int attempts;
    private boolean mayHaveHappened;
    private volatile PilotStatusException lastFailure;
    private volatile boolean abandoned;

    CallInProgress(
            ApiRequest request,
            Duration totalTime,
            Transport transport,
            RetryPolicy retries,
            Admission admission,
            ErrorMapper errors,
            ScheduledExecutorService timer) {
        this.request = request;
        this.transport = transport;
        this.retries = retries;
        this.admission = admission;
        this.errors = errors;
        this.timer = timer;
        this.deadline = System.nanoTime() + totalTime.toNanos();
    }

    /** How the call ends: with a 2xx answer, or with a {@link PilotStatusException}. */
    CompletableFuture<ApiResponse> result() {
        return result;
    }

    /** Makes the next try. */
    @SuppressWarnings("FutureReturnValueIgnored") // The last stage ends the result itself, and cannot fail.
    void attempt() {
        attempts++;
        try {
            transport.send(request, remaining()).whenComplete((reply, none) -> conclude(reply));
        } catch (RuntimeException e) {
            // Thrown before anything was handed over, such as by a timer that was shut down.
            Reply.NotSent reply = new Reply.NotSent("the client could not begin", e);
            result.completeExceptionally(errors.notSent(request.operation(), reply, attempts));
        }
    }

    /** Makes no further try; one that is under way still decides how the call ends. */
    void abandon() {
        abandoned = true;
        PilotStatusException failure = lastFailure;
        if (failure != null) {
            result.completeExceptionally(failure);
        }
    }

    private void conclude(Reply reply) {
        try {
            if (reply instanceof Reply.Answered answered && answered.response().accepted()) {
                accept(answered.response().withAttempts(attempts));
            } else {
                retryOrFail(failure(reply));
            }
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private void accept(ApiResponse response) {
        if (request.operation().reads()) {
            try {
                Answers.read(request.operation(), response);
            } catch (PilotStatusException unreadable) {
                retryOrFail(unreadable);
                return;
            }
        }
        result.complete(response);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void retryOrFail(PilotStatusException latest) {
        admission.heed(request, latest);
        PilotStatusException failure = mayHaveHappened ? errors.stillUnknown(request.operation(), latest) : latest;
        mayHaveHappened = failure.getOutcome() == Outcome.UNKNOWN;
        Optional<Duration> delay = retries.delay(latest, remaining());
        if (delay.isEmpty()) {
            result.completeExceptionally(failure);
            return;
        }
        Duration turn = admission.turnOfRetry(request, remaining());
        Duration wait = turn.compareTo(delay.get()) > 0 ? turn : delay.get();
        timer.schedule(this::attempt, wait.toNanos(), TimeUnit.NANOSECONDS);
        lastFailure = failure;
        if (abandoned) {
            abandon();
        }
    }

    private PilotStatusException failure(Reply reply) {
        if (reply instanceof Reply.NotSent notSent) {
            return errors.notSent(request.operation(), notSent, attempts);
        }
        if (reply instanceof Reply.NoVerdict noVerdict) {
            return errors.noVerdict(request.operation(), noVerdict, attempts);
        }
        return errors.refused(request.operation(), ((Reply.Answered) reply).response(), attempts);
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
