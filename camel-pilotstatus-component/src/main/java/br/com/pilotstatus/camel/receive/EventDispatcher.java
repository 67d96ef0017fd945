/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.Claims;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import br.com.pilotstatus.camel.store.HeldClaim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        return dispatch(event, key, old.equals(key) ? List.of() : List.of(old.value()));
    }

    public Result dispatch(WebhookEvent event, EventKey key) {
        return dispatch(event, key, List.of());
    }

    /** @param earlierNames the event was processed when one of them is done */
    private Result dispatch(WebhookEvent event, EventKey key, List<String> earlierNames) {
        long begun = System.nanoTime();
        Claims claims;
        try {
            key.values().forEach(name -> keeper.catchUp(inbox, name));
            List<String> asked = Stream.concat(earlierNames.stream(), key.overtakenBy().stream())
                    .toList();
            claims = inbox.claim(key.values(), keeper.lease(), asked);
        } catch (Throwable e) {
            report("The inbox could not claim an event", e);
            return Result.UNDECIDED;
        }
        List<HeldClaim> held = held(key, claims.claims(), begun);
        Result known = known(key, claims, earlierNames);
        if (known == null) {
            return process(event, key, held, claims);
        }
        if (known == Result.REPEATED) {
            // What was processed under one name is done under the others, too.
            record(key, held);
        } else {
            giveBack(held);
        }
        return known;
    }

    private List<HeldClaim> held(EventKey key, List<Claim> claims, long begun) {
        List<HeldClaim> held = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).status() == Status.CLAIMED) {
                held.add(keeper.hold(inbox, key.values().get(i), claims.get(i), begun));
            }
        }
        return held;
    }

    /** What is known of an event before it is processed; null when it is to be. */
    private Result known(EventKey key, Claims claims, List<String> earlierNames) {
        for (int i = 0; i < claims.claims().size(); i++) {
            Claim claim = claims.claims().get(i);
            boolean alias = key.values().get(i).equals(key.alias());
            if (claim.status() == Status.BUSY) {
                return Result.BUSY;
            }
            if (claim.status() == Status.DONE && !(alias && EVENT.equals(claim.result()))) {
                return Result.REPEATED;
            }
        }
        try {
            return isAnyDone(earlierNames, claims) ? Result.REPEATED : null;
        } catch (Throwable e) {
            return undecided("The inbox could not tell whether an event was processed before", e);
        }
    }

    private static boolean isAnyDone(List<String> names, Claims claims) {
        return names.stream().anyMatch(name -> claims.results().apply(name).isPresent());
    }

    private Result process(WebhookEvent event, EventKey key, List<HeldClaim> held, Claims claims) {
        Result result = Result.FAILED;
        try {
            result = run(event, key, claims);
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

    private Result run(WebhookEvent event, EventKey key, Claims claims) {
        boolean stale;
        try {
            stale = isAnyDone(key.overtakenBy(), claims);
        } catch (Throwable e) {
            return undecided("The inbox could not tell whether an event is stale", e);
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
        Map<HeldClaim, String> results = new LinkedHashMap<>();
        claims.forEach(claim -> results.put(claim, claim.key().equals(key.alias()) ? EVENT : ""));
        keeper.done(inbox, results)
                .ifPresent(e -> report(
                        "The inbox could not record yet that an event was processed; it is tried again in the background",
                        e));
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
