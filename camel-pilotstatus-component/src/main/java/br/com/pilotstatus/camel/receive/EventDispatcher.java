/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import br.com.pilotstatus.camel.store.HeldClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ReactiveExecutor;
import org.apache.camel.support.DefaultConsumer;

/**
 * Runs an event through the route once: claimed before, done after, released when the route failed or was rolled back.
 * The route gets an exchange of its own, with nothing in it but the event.
 */
public final class EventDispatcher {

    /** What became of an event. */
    public enum Result {
        PROCESSED,
        REPEATED,
        /** Somebody else is at it; whether it will be processed is not known yet. */
        BUSY,
        FAILED,
        /** The store gave no answer, so the route did not run. */
        UNDECIDED
    }

    /** What an alias was done by: an event with an id of its own, so that another id is another event. */
    private static final String EVENT = "event";

    private final DefaultConsumer consumer;
    private final ClaimStore inbox;
    private final ClaimKeeper keeper;

    public EventDispatcher(DefaultConsumer consumer, ClaimStore inbox, ClaimKeeper keeper) {
        this.consumer = consumer;
        this.inbox = inbox;
        this.keeper = keeper;
    }

    /** Reports why an event cannot be dispatched just now. */
    Result undecided(String what, Throwable e) {
        report(what, e);
        return Result.UNDECIDED;
    }

    /** @param old the key under which an event may have been done before keys were made as they are now; or the same */
    Result dispatch(WebhookEvent event, EventKey key, EventKey old) {
        if (!old.equals(key)) {
            try {
                if (inbox.result(old.value()).isPresent()) {
                    return Result.REPEATED;
                }
            } catch (Throwable e) {
                report("The inbox could not tell whether an event was processed before", e);
                return Result.UNDECIDED;
            }
        }
        return dispatch(event, key);
    }

    public Result dispatch(WebhookEvent event, EventKey key) {
        List<HeldClaim> held = new ArrayList<>();
        for (String name : key.values()) {
            long begun = System.nanoTime();
            Claim claim;
            try {
                keeper.catchUp(inbox, name);
                claim = inbox.claim(name, "", keeper.lease());
            } catch (Throwable e) {
                giveBack(held);
                report("The inbox could not claim an event", e);
                return Result.UNDECIDED;
            }
            if (claim.status() == Status.BUSY) {
                giveBack(held);
                return Result.BUSY;
            }
            if (claim.status() == Status.CLAIMED) {
                held.add(keeper.hold(inbox, name, claim, begun));
            } else if (!name.equals(key.alias()) || !EVENT.equals(claim.result())) {
                // What was processed under one name is done under the others, too.
                record(key, held);
                return Result.REPEATED;
            }
        }
        return process(event, key, held);
    }

    private Result process(WebhookEvent event, EventKey key, List<HeldClaim> held) {
        Result result = Result.FAILED;
        try {
            result = run(event, key);
        } finally {
            if (result != Result.PROCESSED) {
                giveBack(held);
            }
        }
        if (result == Result.PROCESSED) {
            record(key, held);
        }
        return result;
    }

    private Result run(WebhookEvent event, EventKey key) {
        boolean stale;
        try {
            stale = key.overtakenBy().stream()
                    .anyMatch(later -> inbox.result(later).isPresent());
        } catch (Throwable e) {
            report("The inbox could not tell whether an event is stale", e);
            return Result.UNDECIDED;
        }
        return run(event, stale) ? Result.PROCESSED : Result.FAILED;
    }

    // Camel leaves on the thread what was still to be done for an exchange that an Error flies out of: counting it as
    // ended,
    // above all. The next exchange of the thread would do that, and stopping the route would wait for it.
    private void finish(Exchange exchange) {
        ReactiveExecutor left = exchange.getContext().getCamelContextExtension().getReactiveExecutor();
        boolean more = true;
        while (more) {
            more = left.executeFromQueue();
        }
    }

    private boolean run(WebhookEvent event, boolean stale) {
        Exchange exchange = consumer.createExchange(false);
        try {
            EventHeaders.write(event, stale, exchange.getMessage());
            consumer.getProcessor().process(exchange);
        } catch (Throwable e) {
            // Errors too: an event that ends in one must come again like any other that failed.
            exchange.setException(e);
            finish(exchange);
        }
        try {
            if (exchange.getException() != null) {
                consumer.getExceptionHandler()
                        .handleException("Error processing exchange", exchange, exchange.getException());
            }
            return exchange.getException() == null && !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
        } finally {
            consumer.releaseExchange(exchange, false);
        }
    }

    private void record(EventKey key, List<HeldClaim> claims) {
        // The route has run, so the sender must not repeat the event because of this.
        List<Throwable> failures = claims.stream()
                .map(claim -> keeper.done(claim, claim.key().equals(key.alias()) ? EVENT : ""))
                .flatMap(Optional::stream)
                .toList();
        failures.forEach(e -> report(
                "The inbox could not record yet that an event was processed; it is tried again in the background", e));
    }

    private void giveBack(List<HeldClaim> claims) {
        List<Throwable> failures =
                claims.stream().map(keeper::release).flatMap(Optional::stream).toList();
        failures.forEach(
                e -> report("The inbox could not release an event yet; it is tried again in the background", e));
    }

    private void report(String what, Throwable e) {
        consumer.getExceptionHandler().handleException(what, e);
    }
}
