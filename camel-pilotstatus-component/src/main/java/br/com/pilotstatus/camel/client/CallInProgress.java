/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One call over all its tries: it waits for its turn and its place, makes tries, and ends exactly once and within its time,
 * whatever happens to network, timer and client. Whatever it waits for, it holds no thread meanwhile.
 *
 * @param <T> what it ends with when all goes well
 */
public abstract class CallInProgress<T> {

    /** One try, under way or about to be. */
    public interface Try {

        /** Ends it; what is known by now decides what became of it. One that has not begun begins no more. */
        void giveUp(Reason reason);
    }

    /** Why a call is ended from outside; the text goes on from "was not sent:" or "may have happened:". */
    public record Reason(ErrorCode code, String text) {

        public static final Reason CLOSED = new Reason(ErrorCode.STOPPED, "the client was closed");
        static final Reason INTERRUPTED = new Reason(ErrorCode.INTERRUPTED, "the thread was interrupted");
    }

    /**
     * A time when nothing of the call is under way. Whoever takes it away first decides how the call goes on.
     *
     * @param ending how the call ends when it is ended now
     */
    private record Pause(Function<Reason, PilotStatusException> ending) {}

    private final CallSettings settings;
    private final Places places;
    private final CallThreads threads;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicReference<Pause> pause = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final long begun = System.nanoTime();
    private volatile Reason abandoned;
    private volatile Future<?> alarm = CompletableFuture.completedFuture(null);
    private volatile Try current;
    private volatile long placed;
    private volatile boolean hasPlace;
    private int attempts;

    public CallInProgress(CallSettings settings, Places places, CallThreads threads) {
        this.settings = settings;
        this.places = places;
        this.threads = threads;
    }

    /** How long to wait for its turn; empty when that would be longer than it may take. */
    public abstract Optional<Duration> turn(Duration patience);

    /** Whether a try begins without waiting for anything, so that it need not be handed over for that. */
    public abstract boolean beginsAtOnce();

    /** The exception for a call whose turn does not come in time. */
    public abstract PilotStatusException noTurn();

    /** Why a call is not sent when no place becomes free in time. */
    public abstract Reason noPlace();

    /** The exception for a call of which no try was made. */
    public abstract PilotStatusException notBegun(Reason reason);

    /** It has its place. May wait, and may throw to end the call without a try. */
    public abstract void admitted();

    /** Makes a try, whose end leads to {@link #succeed}, {@link #fail} or {@link #tryAgain}; told of by {@link #underWay}. */
    public abstract void attempt(int number);

    /** The exception for a failure of this side in the middle of the call. */
    public abstract PilotStatusException broken(Throwable cause, int attempt);

    /** It makes no try any more, and has given its place back. */
    public abstract void settled();

    /** Told before anybody who waits for the result, unless it was not admitted. */
    public abstract void ended(T answer, PilotStatusException failure, Duration waited, Duration latency);

    /** How the call ends: with its answer, with a {@link PilotStatusException}, or with what {@link #admitted} threw. */
    public final CompletableFuture<T> result() {
        return result;
    }

    /** Begins, on the caller's thread as far as there is nothing to wait for. */
    public final void begin() {
        guarded(() -> {
            Optional<Duration> turn = turn(settings.acquireTimeout());
            if (turn.isEmpty()) {
                fail(noTurn());
            } else if (turn.get().isZero()) {
                takePlace(beginsAtOnce());
            } else {
                Pause waiting = pause(this::notBegun);
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
        Pause inLine = pause(this::notBegun);
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
        Pause starting = pause(this::notBegun);
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
            if (over.compareAndSet(false, true)) {
                settle();
                result.completeExceptionally(e);
            }
            return;
        }
        nextTry();
    }

    private void nextTry() {
        if (abandoned != null && attempts == 0) {
            fail(notBegun(abandoned));
            return;
        }
        attempts++;
        attempt(attempts);
    }

    /** A try is about to begin. */
    public final void underWay(Try next) {
        current = next;
        if (abandoned != null) {
            next.giveUp(abandoned);
        }
    }

    /**
     * Makes another try later.
     *
     * @param meanwhile how the call ends when no other try is made after all
     */
    public final void tryAgain(Duration delay, PilotStatusException meanwhile) {
        Pause between = pause(reason -> meanwhile);
        schedule(delay, () -> handOver(between, this::nextTry));
    }

    private void timeOut() {
        abandon(new Reason(
                ErrorCode.NOT_SENT,
                "it did not end within " + settings.totalTimeout().toMillis() + " ms"));
    }

    /** Makes no further try, and ends the one under way; the call ends with what is known of it by now. */
    public final void abandon(Reason reason) {
        abandoned = reason;
        end(reason);
    }

    /** Abandons calls, none of which begins with the place that another one leaves by that. */
    public static void abandonAll(Collection<? extends CallInProgress<?>> calls, Reason reason) {
        for (CallInProgress<?> call : calls) {
            call.abandoned = reason;
        }
        calls.forEach(call -> call.abandon(reason));
    }

    private void end(Reason reason) {
        Pause now = pause.getAndSet(null);
        if (now != null) {
            fail(now.ending().apply(reason));
        } else if (current != null) {
            current.giveUp(reason);
        }
    }

    private Pause pause(Function<Reason, PilotStatusException> ending) {
        Pause next = new Pause(ending);
        pause.set(next);
        if (abandoned != null) {
            end(abandoned);
        }
        return next;
    }

    /** Ends a pause and goes on, unless somebody else has ended it; false then. */
    private boolean proceed(Pause waiting, Runnable next) {
        boolean taken = pause.compareAndSet(waiting, null) && !over.get();
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
            abandon(Reason.CLOSED);
        }
    }

    private Future<?> schedule(Duration delay, Runnable step) {
        try {
            return threads.timer().schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            abandon(Reason.CLOSED);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Whatever goes wrong in a step ends the call. */
    public final void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            fail(broken(e, attempts));
        }
    }

    public final Duration remaining() {
        return settings.totalTimeout().minusNanos(System.nanoTime() - placed);
    }

    public final CallSettings settings() {
        return settings;
    }

    public final void succeed(T answer) {
        finish(answer, null);
    }

    public final void fail(PilotStatusException failure) {
        finish(null, failure);
    }

    private void finish(T answer, PilotStatusException failure) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        long now = System.nanoTime();
        settle();
        Duration waited = Duration.ofNanos((hasPlace ? placed : now) - begun);
        ended(answer, failure, waited, hasPlace ? Duration.ofNanos(now - placed) : Duration.ZERO);
        if (failure == null) {
            result.complete(answer);
        } else {
            result.completeExceptionally(failure);
        }
    }

    private void settle() {
        alarm.cancel(false);
        if (hasPlace) {
            places.leave();
        }
        settled();
    }
}
