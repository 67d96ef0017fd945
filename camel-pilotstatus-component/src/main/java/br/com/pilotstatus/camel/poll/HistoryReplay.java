/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.receive.EventDispatcher;
import br.com.pilotstatus.camel.store.ClaimStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the events of messages to the route, in the order in which they happened, each one once. One that fails does
 * not hold up the others, but is reported as left.
 */
public final class HistoryReplay {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryReplay.class);

    /** @param messageTime when the message was sent or received, by which the history is asked for */
    private record Happening(WebhookEvent event, Instant at, Instant messageTime) {}

    /**
     * What came of it.
     *
     * @param processed how many events the route has processed
     * @param left      time of the oldest message with an event that must come again; null when there is none
     * @param newest    time of the newest message; null when there is none
     * @param complete  whether it went through them all
     */
    public record Result(int processed, Instant left, Instant newest, boolean complete) {}

    private final String subscription;
    private final HistoryEvents events;
    private final EventFilter filter;
    private final EventDispatcher dispatcher;
    private final ClaimStore inbox;
    private final ProcessedKeys processed = new ProcessedKeys();

    public HistoryReplay(
            String subscription,
            HistoryEvents events,
            EventFilter filter,
            EventDispatcher dispatcher,
            ClaimStore inbox) {
        this.subscription = subscription;
        this.events = events;
        this.filter = filter;
        this.dispatcher = dispatcher;
        this.inbox = inbox;
    }

    /**
     * Runs the events of messages.
     *
     * @param messages the oldest first
     * @param position how far the consumer has come
     * @param goesOn   asked before each event; once false, it ends
     */
    public Result run(List<HistoryMessage> messages, PollPosition position, BooleanSupplier goesOn) {
        Instant newest = null;
        List<Happening> happenings = new ArrayList<>();
        for (HistoryMessage message : messages) {
            Instant time = time(message, position.upTo());
            if (!time.isBefore(position.since())) {
                newest = later(newest, time);
                addEvents(message, time, happenings);
            }
        }
        // Stable, so that what has the same time stays in the order of the service.
        happenings.sort(Comparator.comparing(Happening::at).thenComparing(Happening::messageTime));
        int count = 0;
        Instant left = null;
        for (Happening happening : happenings) {
            if (!goesOn.getAsBoolean()) {
                return new Result(count, left, newest, false);
            }
            switch (pass(happening.event())) {
                case PROCESSED -> count++;
                case REPEATED -> {}
                case BUSY, FAILED -> left = earlier(left, happening.messageTime());
                case UNDECIDED -> {
                    // The inbox is away, and would be for the others as well.
                    return new Result(count, left, newest, false);
                }
            }
        }
        return new Result(count, left, newest, true);
    }

    /** Ends a poll that has seen all there was. */
    public void pollEnded() {
        processed.pollEnded();
    }

    private void addEvents(HistoryMessage message, Instant time, List<Happening> happenings) {
        if (!HistoryEvents.understands(message)) {
            LOG.warn("The history holds a message of no known direction, of {}; it is passed over", time);
        }
        Instant at = time;
        for (WebhookEvent event : events.of(message)) {
            // The states of a message stay in order, whatever their times say.
            at = event.createdAt() == null ? at : later(at, event.createdAt());
            if (filter.accepts(event)) {
                happenings.add(new Happening(event, at, time));
            }
        }
    }

    private EventDispatcher.Result pass(WebhookEvent event) {
        EventKey key = EventKey.of(subscription, event, event.json().getBytes(UTF_8));
        if (processed.contains(key.value())) {
            return EventDispatcher.Result.REPEATED;
        }
        // Looked up first, since most of what another node or an earlier run has done is no candidate for a claim.
        EventDispatcher.Result result = inbox.result(key.value()).isPresent()
                ? EventDispatcher.Result.REPEATED
                : dispatcher.dispatch(event, key);
        if (result == EventDispatcher.Result.PROCESSED || result == EventDispatcher.Result.REPEATED) {
            processed.add(key.value());
        }
        return result;
    }

    private static Instant time(HistoryMessage message, Instant unknown) {
        if (message.providerTimestamp() != null) {
            return message.providerTimestamp();
        }
        return message.createdAt() == null ? unknown : message.createdAt();
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
