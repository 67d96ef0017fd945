/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.client.CallPauses.Pause;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One call over all its tries: it waits for its turn and its place, makes tries, and ends exactly once and within its time,
 * whatever happens to network, timer and client. Whatever it waits for, it holds no thread meanwhile.
 *
 * @param <T> what it ends with when all goes well
 */
public abstract class CallInProgress<T> {

    private final CallSettings settings;
    private final Places places;
    private final CallThreads threads;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final CallPauses pauses = new CallPauses(this::fail);
    private final AtomicBoolean over = new AtomicBoolean();
    private final long begun = System.nanoTime();
    private volatile Future<?> alarm = CompletableFuture.completedFuture(null);
    private volatile long placed;
    private volatile boolean hasPlace;
    private int attempts;

    protected CallInProgress(CallSettings settings, Places places, CallThreads threads) {
        this.settings = settings;
        this.places = places;
        this.threads = threads;
    }

    /** How long to wait for its turn; empty when that would be longer than it may take. */
    protected Optional<Duration> turn(Duration patience) {
        return Optional.of(Duration.ZERO);
    }

    /** Whether a try begins without waiting for anything, so that it need not be handed over for that. */
    protected boolean beginsAtOnce() {
        return true;
    }

    /** The exception for a call whose turn does not come in time. */
    protected PilotStatusException noTurn() {
        return notBegun(noPlace());
    }

    /** Why a call is not sent when no place becomes free in time. */
    protected abstract AbandonReason noPlace();

    /** The exception for a call of which no try was made. */
    protected abstract PilotStatusException notBegun(AbandonReason reason);

    /** It has its place. May wait, and may throw to end the call without a try. */
    protected void admitted() {}

    /** Makes a try, whose end leads to {@link #succeed}, {@link #fail} or {@link #tryAgain}; told of by {@link #underWay}. */
    protected abstract void attempt(int number);

    /** The exception for a failure of this side in the middle of the call. */
    protected abstract PilotStatusException broken(Throwable cause, int attempt);

    /** Told before anybody who waits for the result, unless it was not admitted. */
    protected void ended(T answer, PilotStatusException failure, Duration waited, Duration latency) {}

    /** Its answer, a {@link PilotStatusException}, or what {@link #admitted} threw; by then it has given its place back. */
    final CompletableFuture<T> result() {
        return result;
    }

    /** Begins, on the caller's thread as far as there is nothing to wait for. */
    final void begin() {
        guarded(() -> {
            Optional<Duration> turn = turn(settings.acquireTimeout());
            if (turn.isEmpty()) {
                fail(noTurn());
            } else if (turn.get().isZero()) {
                takePlace(beginsAtOnce());
            } else {
                Pause waiting = pauses.begin(this::notBegun);
                alarm = schedule(turn.get(), () -> proceed(waiting, () -> takePlace(false)));
            }
        });
    }

    /** @param here whether its first try may begin on this thread */
    private void takePlace(boolean here) {
        if (places.tryEnter()) {
            placed(here);
            return;
        }
        Pause inLine = pauses.begin(this::notBegun);
        Places.Waiter waiter = () -> proceed(inLine, () -> placed(false));
        Duration patience = settings.acquireTimeout().minusNanos(System.nanoTime() - begun);
        alarm = schedule(
                patience,
                () -> proceed(inLine, () -> {
                    places.giveUp(waiter);
                    fail(notBegun(noPlace()));
                }));
        places.enter(waiter);
    }

    private void placed(boolean here) {
        hasPlace = true;
        placed = System.nanoTime();
        alarm.cancel(false);
        Pause starting = pauses.begin(this::notBegun);
        alarm = schedule(settings.totalTimeout(), this::timeOut);
        if (here) {
            proceed(starting, this::start);
        } else {
            handOver(starting, this::start);
        }
    }

    private void start() {
        try {
            admitted();
        } catch (Throwable e) {
            if (settle()) {
                result.completeExceptionally(e);
            }
            return;
        }
        nextTry();
    }

    private void nextTry() {
        if (pauses.abandoned() != null && attempts == 0) {
            fail(notBegun(pauses.abandoned()));
            return;
        }
        attempts++;
        attempt(attempts);
    }

    /** A try is about to begin. */
    protected final void underWay(CallTry next) {
        pauses.tryUnderWay(next);
    }

    /** Makes another try later; <code>meanwhile</code> is how the call ends when none is made after all. */
    // The pause is ended by whoever comes first; the other finds it over.
    @SuppressWarnings("FutureReturnValueIgnored")
    protected final void tryAgain(Duration delay, PilotStatusException meanwhile) {
        Pause between = pauses.begin(reason -> meanwhile);
        schedule(delay, () -> handOver(between, this::nextTry));
    }

    private void timeOut() {
        abandon(AbandonReason.late(settings.totalTimeout()));
    }

    /** Makes no further try, and ends the one under way; the call ends with what is known of it by now. */
    final void abandon(AbandonReason reason) {
        pauses.abandon(reason);
    }

    /** Ends whatever of the call begins from now on; what is under way ends by {@link #abandon}. */
    final void abandonNext(AbandonReason reason) {
        pauses.abandonNext(reason);
    }

    /** Ends a pause and goes on, unless somebody else has ended it; false then. */
    private boolean proceed(Pause waiting, Runnable next) {
        boolean taken = pauses.end(waiting) && !over.get();
        if (taken) {
            guarded(next);
        }
        return taken;
    }

    /** Ends a pause on a thread that may wait. */
    private void handOver(Pause waiting, Runnable next) {
        try {
            threads.starters().execute(() -> proceed(waiting, next));
        } catch (RejectedExecutionException closed) {
            abandon(AbandonReason.CLOSED);
        }
    }

    private Future<?> schedule(Duration delay, Runnable step) {
        try {
            return threads.timer().schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            abandon(AbandonReason.CLOSED);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Whatever goes wrong in a step ends the call. */
    protected final void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            fail(broken(e, attempts));
        }
    }

    protected final Duration remaining() {
        return settings.totalTimeout().minusNanos(System.nanoTime() - placed);
    }

    protected final CallSettings settings() {
        return settings;
    }

    protected final void succeed(T answer) {
        finish(answer, null);
    }

    protected final void fail(PilotStatusException failure) {
        finish(null, failure);
    }

    private void finish(T answer, PilotStatusException failure) {
        long now = System.nanoTime();
        if (!settle()) {
            return;
        }
        Duration waited = Duration.ofNanos((hasPlace ? placed : now) - begun);
        ended(answer, failure, waited, hasPlace ? Duration.ofNanos(now - placed) : Duration.ZERO);
        if (failure == null) {
            result.complete(answer);
        } else {
            result.completeExceptionally(failure);
        }
    }

    /** Gives the place back; false when the call was over before. */
    private boolean settle() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        alarm.cancel(false);
        if (hasPlace) {
            places.leave();
        }
        return true;
    }
}
