/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.call.ReadingTime;
import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.poll.HistoryEvents;
import br.com.pilotstatus.camel.poll.HistoryReader;
import br.com.pilotstatus.camel.poll.HistoryReplay;
import br.com.pilotstatus.camel.poll.PollCursor;
import br.com.pilotstatus.camel.poll.PollPosition;
import br.com.pilotstatus.camel.poll.PollRound;
import br.com.pilotstatus.camel.poll.PollSubscription;
import br.com.pilotstatus.camel.receive.EventDispatcher;
import br.com.pilotstatus.camel.store.ClaimStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the message history again and again and passes it to the route as events, each one once. What failed, what was
 * not seen because the consumer was away, and what the service was too slow to show, comes at a later poll. Stopping waits
 * for the event under way.
 */
public class PilotStatusPollConsumer extends ScheduledPollConsumer implements ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(PilotStatusPollConsumer.class);

    private final InstantSource clock = InstantSource.system();
    private final LongSupplier nanoTime;
    private final PilotStatusConfiguration options;
    private final Duration overlap;
    private PollSubscription subscription;
    private PollCursor cursor;
    private HistoryReader history;
    private HistoryReplay replay;
    private Instant startedAt;
    /** What the last poll has not come to; null when it saw all there was. */
    private PollRound rest;

    private boolean subscribed;
    private boolean gapChecked;
    private boolean leftBehind;
    private volatile boolean routing;

    public PilotStatusPollConsumer(PilotStatusEndpoint endpoint, Processor processor) {
        this(endpoint, processor, System::nanoTime);
    }

    /** @param nanoTime by which it measures how long the service takes */
    PilotStatusPollConsumer(PilotStatusEndpoint endpoint, Processor processor, LongSupplier nanoTime) {
        super(endpoint, processor);
        this.nanoTime = nanoTime;
        options = endpoint.getConfiguration();
        overlap = Duration.ofMillis(endpoint.getReceive().getOverlap());
    }

    @Override
    public PilotStatusEndpoint getEndpoint() {
        return (PilotStatusEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        startedAt = clock.instant();
        gapChecked = false;
        rest = null;
        history = new HistoryReader(
                getEndpoint().calls(),
                getEndpoint().requests(),
                options.getWhatsappNumberId(),
                HistoryReader.MOST,
                nanoTime);
        subscription = getEndpoint().getComponent().subscribe(PollSubscription.of(getEndpoint()));
        subscribed = true;
        prepare(subscription.inbox());
        getEndpoint().getComponent().claims().check(subscription.inbox());
        super.doStart();
    }

    private void prepare(ClaimStore inbox) {
        cursor = new PollCursor(inbox, subscription.name());
        replay = new HistoryReplay(
                subscription.name(),
                new HistoryEvents(options.getWhatsappNumberId()),
                EventFilter.of(options.getEvents()),
                new EventDispatcher(this, inbox, getEndpoint().getComponent().claims()),
                inbox);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        // Camel stops what could not start, too; the name may be another's then.
        if (subscribed) {
            getEndpoint().getComponent().unsubscribe(subscription);
            subscribed = false;
        }
    }

    @Override
    protected int poll() {
        Optional<PollPosition> known = cursor.read(startedAt);
        if (known.isEmpty()) {
            LOG.debug("Another node decides where to begin");
            return 0;
        }
        Instant now = clock.instant();
        checkGap(known.get(), now);
        return pollFrom(known.get(), rest == null ? PollRound.begin(known.get(), overlap, now) : rest);
    }

    /** As far as it gets in the time of one poll; the position is kept after each slice. */
    private int pollFrom(PollPosition known, PollRound begun) {
        PollPosition position = known;
        PollRound round = begun;
        ReadingTime time = new ReadingTime(nanoTime);
        int processed = 0;
        boolean complete = true;
        while (round.from() != null && complete && !time.isOver()) {
            HistoryReader.Slice slice = read(round, time);
            routing = true;
            try {
                HistoryReplay.Result result = replay.run(slice.messages(), position, this::isPollAllowed);
                processed += result.processed();
                complete = result.complete();
                round = round.leaving(result.left());
                if (!slice.whole()) {
                    warnOfMissing();
                    round = round.missing(position, overlap);
                }
                position = complete
                        ? round.reached(position, overlap, slice.end(), result.newest())
                        : position.movedTo(position.upTo(), round.left());
                cursor.keep(position);
            } finally {
                routing = false;
            }
            round = round.goOn(slice.end());
            rest = complete && round.from() != null ? round : null;
        }
        if (rest != null) {
            LOG.info("Reading the message history of {} takes long; the next poll goes on", subscription.name());
        } else if (complete) {
            replay.pollEnded();
        }
        leftBehind = round.left() != null || rest != null;
        return processed;
    }

    private HistoryReader.Slice read(PollRound round, ReadingTime time) {
        return time.of(() -> history.read(round.from(), round.now()));
    }

    private void warnOfMissing() {
        LOG.warn(
                "The message history of {} shows fewer messages than it counts; they are looked for again at the next"
                        + " poll",
                subscription.name());
    }

    private void checkGap(PollPosition position, Instant now) {
        if (!gapChecked && position.upTo().isBefore(now.minus(HistoryReader.KEPT))) {
            LOG.warn(
                    "{} was last polled up to {}, which is longer ago than the history goes back: messages between may"
                            + " be lost",
                    subscription.name(),
                    position.upTo());
        }
        gapChecked = true;
    }

    @Override
    protected void processEmptyMessage() throws Exception {
        // There were messages; they have failed, or are yet to be read.
        if (!leftBehind) {
            super.processEmptyMessage();
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return routing ? 1 : 0;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // Nothing to prepare: a suspended consumer takes no further event, and the one under way is counted.
    }
}
