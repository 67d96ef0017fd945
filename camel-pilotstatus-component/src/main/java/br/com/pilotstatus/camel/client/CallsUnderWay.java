/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

/** The calls of one client, which ends them all when it is closed, and the threads on which routes go on after them. */
@SuppressWarnings("FutureReturnValueIgnored") // What follows a call only hands over, and cannot fail.
public final class CallsUnderWay {

    private final Executor routes;
    private final Set<CallInProgress<?>> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param routes where routes go on, which may be held up */
    public CallsUnderWay(Executor routes) {
        this.routes = routes;
    }

    /** Begins a call; when this is closed, to hear that it was not sent. */
    void begin(CallInProgress<?> call) {
        calls.add(call);
        call.result().whenComplete((answer, failure) -> calls.remove(call));
        if (closed) {
            call.abandon(AbandonReason.CLOSED);
        }
        call.begin();
    }

    /**
     * Begins a call, without waiting for its end.
     *
     * @param then hears of it, once, on a thread that may be held up
     */
    public <T> void begin(CallInProgress<T> call, BiConsumer<T, Throwable> then) {
        call.result().whenComplete((answer, failure) -> {
            Runnable step = () -> then.accept(answer, failure);
            try {
                routes.execute(step);
            } catch (RejectedExecutionException e) {
                // The threads are gone while the context stops; an exchange must end all the same.
                step.run();
            }
        });
        begin(call);
    }

    /** Ends all calls, and begins none any more. Those on the wire end as far as is known of them. */
    public void abandonAll() {
        closed = true;
        // None begins with the place that another one leaves by that.
        calls.forEach(call -> call.abandonNext(AbandonReason.CLOSED));
        calls.forEach(call -> call.abandon(AbandonReason.CLOSED));
    }
}
