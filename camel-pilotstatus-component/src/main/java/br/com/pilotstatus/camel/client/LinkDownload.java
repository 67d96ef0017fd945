/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One download over all its tries. Ends exactly once, and within its time. */
final class LinkDownload {

    private final MediaLink link;
    private final Function<LinkFailures, LinkTry> tries;
    private final RetryPolicy retries;
    private final ScheduledExecutorService timer;
    private final Duration totalTime;
    private final long deadline;
    private final CompletableFuture<LinkAnswer> result = new CompletableFuture<>();
    private int attempts;
    private volatile LinkTry current;
    private volatile String abandoned;

    /** @param tries makes each try */
    LinkDownload(
            MediaLink link,
            Duration totalTime,
            Function<LinkFailures, LinkTry> tries,
            RetryPolicy retries,
            ScheduledExecutorService timer) {
        this.link = link;
        this.tries = tries;
        this.retries = retries;
        this.timer = timer;
        this.totalTime = totalTime;
        this.deadline = System.nanoTime() + totalTime.toNanos();
    }

    /** Ends with the media, or with a {@link PilotStatusException}. */
    CompletableFuture<LinkAnswer> result() {
        return result;
    }

    /** Makes the next try. */
    @SuppressWarnings("FutureReturnValueIgnored") // The last stage ends the result itself, and cannot fail.
    void attempt() {
        attempts++;
        LinkFailures failures = new LinkFailures(attempts);
        try {
            LinkTry next = tries.apply(failures);
            current = next;
            Future<?> alarm = timer.schedule(
                    () -> next.giveUp("it did not come within " + totalTime.toMillis() + " ms"),
                    remaining().toNanos(),
                    TimeUnit.NANOSECONDS);
            next.start(link).whenComplete((answer, failure) -> {
                alarm.cancel(false);
                conclude(answer, failure);
            });
            if (abandoned != null) {
                abandon(abandoned);
            }
        } catch (RuntimeException e) {
            // Such as by a timer that was shut down.
            result.completeExceptionally(failures.noAnswer("the client could not begin"));
        }
    }

    /** Makes no further try, and ends the one under way. */
    void abandon(String reason) {
        abandoned = reason;
        LinkTry running = current;
        if (running != null) {
            running.giveUp(reason);
        }
        result.completeExceptionally(new LinkFailures(Math.max(1, attempts)).noAnswer(reason));
    }

    private void conclude(LinkAnswer answer, Throwable failure) {
        if (failure == null) {
            result.complete(answer);
            return;
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        try {
            Optional<Duration> delay =
                    cause instanceof PilotStatusException known ? retries.delay(known, remaining()) : Optional.empty();
            if (delay.isEmpty() || abandoned != null) {
                result.completeExceptionally(cause);
            } else {
                timer.schedule(this::attempt, delay.get().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException e) {
            result.completeExceptionally(cause);
        }
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
