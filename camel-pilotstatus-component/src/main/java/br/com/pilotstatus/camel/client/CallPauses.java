/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import br.com.pilotstatus.camel.error.PilotStatusException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The pauses of a call, and the tries between them. While a call waits for its turn, its place, its start or its next try,
 * nothing of it is under way; whoever takes such a pause away first decides alone how the call goes on.
 */
final class CallPauses {

    /** @param ending how the call ends when it is ended now */
    record Pause(Function<AbandonReason, PilotStatusException> ending) {}

    private final Consumer<PilotStatusException> end;
    private final AtomicReference<Pause> current = new AtomicReference<>();
    private volatile CallTry underWay;
    private volatile AbandonReason abandoned;

    /** @param end ends the call */
    CallPauses(Consumer<PilotStatusException> end) {
        this.end = end;
    }

    /** Begins a pause, which is over at once when the call is abandoned. */
    Pause begin(Function<AbandonReason, PilotStatusException> ending) {
        Pause next = new Pause(ending);
        current.set(next);
        if (abandoned != null) {
            interrupt();
        }
        return next;
    }

    /** Takes a pause away; false when somebody else did. */
    boolean end(Pause pause) {
        return current.compareAndSet(pause, null);
    }

    /** A try is about to begin. */
    void tryUnderWay(CallTry next) {
        underWay = next;
        if (abandoned != null) {
            next.giveUp(abandoned);
        }
    }

    /** Whatever pause or try comes next ends at once. */
    void abandonNext(AbandonReason reason) {
        abandoned = reason;
    }

    /** The pause or try of now ends, and each that comes. */
    void abandon(AbandonReason reason) {
        abandonNext(reason);
        interrupt();
    }

    private void interrupt() {
        Pause now = current.getAndSet(null);
        if (now != null) {
            end.accept(now.ending().apply(abandoned));
        } else if (underWay != null) {
            underWay.giveUp(abandoned);
        }
    }

    /** Null as long as the call is not abandoned. */
    AbandonReason abandoned() {
        return abandoned;
    }
}
