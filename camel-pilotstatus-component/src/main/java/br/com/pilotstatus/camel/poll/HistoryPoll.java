/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import br.com.pilotstatus.camel.call.ReadingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the message history from the position of a subscription on, slice by slice, and keeps the position after each. It
 * never passes a message with an event that failed or is under way elsewhere; what a poll has no time for, the next one
 * goes on with. For one thread at a time.
 */
public final class HistoryPoll {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryPoll.class);

    private final String subscription;
    private final PollCursor cursor;
    private final HistoryReader history;
    private final HistoryReplay replay;
    private final Duration overlap;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Instant startedAt;
    /** What the last poll has not come to; null when it saw all there was. */
    private PollRound rest;

    private boolean gapChecked;
    private boolean leftBehind;
    private volatile boolean routing;

    /**
     * Begins now, when the inbox knows no position.
     *
     * @param subscription its name in the inbox
     * @param overlap      what each poll looks at again
     * @param nanoTime     by which it measures how long the service takes
     */
    public HistoryPoll(
            String subscription,
            PollCursor cursor,
            HistoryReader history,
            HistoryReplay replay,
            Duration overlap,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.subscription = subscription;
        this.cursor = cursor;
        this.history = history;
        this.replay = replay;
        this.overlap = overlap;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.startedAt = clock.instant();
    }

    /**
     * Polls once.
     *
     * @param goesOn asked before each event; once false, it ends
     * @return how many events the route has processed
     */
    public int poll(BooleanSupplier goesOn) {
        Optional<PollPosition> known = cursor.read(startedAt);
        if (known.isEmpty()) {
            LOG.debug("Another node decides where to begin");
            return 0;
        }
        Instant now = clock.instant();
        checkGap(known.get(), now);
        return poll(known.get(), rest == null ? PollRound.begin(known.get(), overlap, now) : rest, goesOn);
    }

    /** As far as it gets in the time of one poll. */
    private int poll(PollPosition known, PollRound begun, BooleanSupplier goesOn) {
        PollPosition position = known;
        PollRound round = begun;
        ReadingTime time = new ReadingTime(nanoTime);
        int processed = 0;
        boolean complete = true;
        while (round.from() != null && complete && !time.isOver()) {
            HistoryReader.Slice slice = read(round, time);
            routing = true;
            try {
                HistoryReplay.Result result = replay.run(slice.messages(), position, goesOn);
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
            LOG.info("Reading the message history of {} takes long; the next poll goes on", subscription);
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
                subscription);
    }

    private void checkGap(PollPosition position, Instant now) {
        if (!gapChecked && position.upTo().isBefore(now.minus(HistoryReader.KEPT))) {
            LOG.warn(
                    "{} was last polled up to {}, which is longer ago than the history goes back: messages between may"
                            + " be lost",
                    subscription,
                    position.upTo());
        }
        gapChecked = true;
    }

    /** Whether the last poll left messages that have failed, or are yet to be read. */
    public boolean hasLeftSome() {
        return leftBehind;
    }

    /** Whether an event is in the route. */
    public boolean isRouting() {
        return routing;
    }
}
