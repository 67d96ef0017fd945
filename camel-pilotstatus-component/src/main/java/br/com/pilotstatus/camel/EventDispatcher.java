/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;

/**
 * Runs an event through the route once: claimed before, done after, released when the route failed or was rolled back.
 * The route gets an exchange of its own, with nothing in it but the event.
 */
final class EventDispatcher {

    /** What became of an event. */
    enum Result {
        PROCESSED,
        REPEATED,
        /** Somebody else is at it; whether it will be processed is not known yet. */
        BUSY,
        FAILED,
        /** The store gave no answer, so the route did not run. */
        UNDECIDED
    }

    // Must outlast the slowest route: a shorter lease would run an event twice. Longer than senders wait for an answer
    // and than Camel waits for a route on shutdown (45 s), short enough that a crash delays an event only so long.
    static final Duration LEASE = Duration.ofMinutes(5);

    /** What an alias was done by: an event with an id of its own, so that another id is another event. */
    private static final String EVENT = "event";

    private final DefaultConsumer consumer;
    private final ClaimStore inbox;
    private final InstantSource clock;

    EventDispatcher(DefaultConsumer consumer, ClaimStore inbox, InstantSource clock) {
        this.consumer = consumer;
        this.inbox = inbox;
        this.clock = clock;
    }

    Result dispatch(WebhookEvent event, EventKey key) {
        Instant leaseEnd = clock.instant().plus(LEASE);
        List<String> held = new ArrayList<>();
        for (String name : key.values()) {
            Claim claim;
            try {
                claim = inbox.claim(name, "", LEASE);
            } catch (Throwable e) {
                report("The inbox could not claim an event", e);
                giveBack(held, leaseEnd);
                return Result.UNDECIDED;
            }
            if (claim.status() == Status.BUSY) {
                giveBack(held, leaseEnd);
                return Result.BUSY;
            }
            if (claim.status() == Status.CLAIMED) {
                held.add(name);
            } else if (!name.equals(key.alias()) || !EVENT.equals(claim.result())) {
                // What was processed under one name is done under the others, too.
                record(key, held);
                return Result.REPEATED;
            }
        }
        return process(event, key, held, leaseEnd);
    }

    private Result process(WebhookEvent event, EventKey key, List<String> held, Instant leaseEnd) {
        Result result = Result.FAILED;
        try {
            result = run(event, key);
        } finally {
            if (result != Result.PROCESSED) {
                giveBack(held, leaseEnd);
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

    private boolean run(WebhookEvent event, boolean stale) {
        Exchange exchange = consumer.createExchange(false);
        try {
            EventHeaders.write(event, stale, exchange.getMessage());
            consumer.getProcessor().process(exchange);
        } catch (Throwable e) {
            // Errors too: an event that ends in one must come again like any other that failed.
            exchange.setException(e);
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

    private void record(EventKey key, List<String> names) {
        for (String name : names) {
            try {
                inbox.done(name, name.equals(key.alias()) ? EVENT : "");
            } catch (Throwable e) {
                // The route has run, so the sender must not repeat the event because of this.
                report(
                        "The inbox could not record that an event was processed; a repeat of it may be processed again",
                        e);
            }
        }
    }

    private void giveBack(List<String> names, Instant leaseEnd) {
        // Past its lease the claim may be somebody else's.
        if (!clock.instant().isBefore(leaseEnd)) {
            return;
        }
        for (String name : names) {
            try {
                inbox.release(name);
            } catch (Throwable e) {
                report("The inbox could not release an event; it will be processed after its lease only", e);
            }
        }
    }

    private void report(String what, Throwable e) {
        consumer.getExceptionHandler().handleException(what, e);
    }
}
