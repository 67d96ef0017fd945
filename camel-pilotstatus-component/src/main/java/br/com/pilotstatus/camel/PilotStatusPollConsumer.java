/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.event.EventFilter;
import br.com.pilotstatus.camel.event.HistoryEvents;
import br.com.pilotstatus.camel.store.ClaimStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the message history again and again and passes it to the route as events, each one once. What failed, and
 * what was not seen because the consumer was away, comes at a later poll. Stopping waits for the event under way.
 */
public class PilotStatusPollConsumer extends ScheduledPollConsumer implements ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(PilotStatusPollConsumer.class);

    /** By how much the clock of the service may differ from ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final InstantSource clock = InstantSource.system();
    private final PilotStatusConfiguration options;
    private final Duration overlap;
    private PollSubscription subscription;
    private PollCursor cursor;
    private HistoryReader history;
    private HistoryReplay replay;
    private Instant startedAt;
    private boolean subscribed;
    private boolean gapChecked;
    private boolean leftBehind;
    private volatile boolean routing;

    public PilotStatusPollConsumer(PilotStatusEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
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
        history = new HistoryReader(
                getEndpoint().calls(), getEndpoint().requests(), options.getWhatsappNumberId(), HistoryReader.MOST);
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
        return pollFrom(known.get(), now);
    }

    private int pollFrom(PollPosition known, Instant now) {
        PollPosition position = known;
        Instant oldest = now.minus(HistoryReader.KEPT);
        Instant from = position.lookFrom(overlap);
        from = from.isBefore(oldest) ? oldest : from;
        Instant left = null;
        int processed = 0;
        boolean complete = true;
        while (from != null && complete) {
            HistoryReader.Slice slice = history.read(from, now);
            routing = true;
            try {
                HistoryReplay.Result result = replay.run(slice.messages(), position, this::isPollAllowed);
                processed += result.processed();
                left = earlier(left, result.left());
                complete = result.complete();
                if (!slice.whole()) {
                    left = earlier(left, missed(position, now));
                }
                position = position.movedTo(complete ? reached(position, slice, result, now) : position.upTo(), left);
                cursor.keep(position);
            } finally {
                routing = false;
            }
            from = slice.end();
        }
        if (complete) {
            replay.pollEnded();
        }
        leftBehind = left != null;
        return processed;
    }

    /**
     * Where to look again, since the history counts more messages than it has shown: from the same place as now, but no
     * longer than what is looked at again anyhow when nothing comes.
     */
    private Instant missed(PollPosition position, Instant now) {
        LOG.warn(
                "The message history of {} shows fewer messages than it counts; they are looked for again at the next"
                        + " poll",
                subscription.name());
        Instant place = now.minus(quiet());
        return place.isAfter(position.upTo()) ? place : position.upTo();
    }

    private Duration quiet() {
        return overlap.compareTo(CLOCKS_DIFFER) > 0 ? overlap : CLOCKS_DIFFER;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Up to where the history has been seen after a slice. */
    private Instant reached(
            PollPosition position, HistoryReader.Slice slice, HistoryReplay.Result result, Instant now) {
        // Goes on when nothing comes, too, so that an inbox need not remember for ever what the overlap shows again.
        Instant reached = slice.end() == null ? now.minus(quiet()) : slice.end();
        if (result.newest() != null && result.newest().isAfter(reached)) {
            reached = result.newest();
        }
        // A message from the future must not hide those that are yet to come.
        reached = reached.isAfter(now) ? now : reached;
        return reached.isAfter(position.upTo()) ? reached : position.upTo();
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
        // There were messages; they have failed.
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
