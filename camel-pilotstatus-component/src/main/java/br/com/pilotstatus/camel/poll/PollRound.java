/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import java.time.Duration;
import java.time.Instant;

/**
 * One way through the history, from the position up to now. A poll that takes long leaves the rest of it to the next one,
 * which would otherwise begin at the position: where an event that fails keeps that in place, it would never come further.
 *
 * @param now  when the round began. The position does not pass it, so that the next round looks again at what this one
 *             may have read too early
 * @param from where the next slice begins
 * @param left time of the oldest message that must come again; null when there is none
 */
public record PollRound(Instant now, Instant from, Instant left) {

    /** By how much the clock of the service may differ from ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    /** Begins where the position says, but no earlier than the history goes back. */
    public static PollRound begin(PollPosition position, Duration overlap, Instant now) {
        Instant oldest = now.minus(HistoryReader.KEPT);
        Instant from = position.lookFrom(overlap);
        return new PollRound(now, from.isBefore(oldest) ? oldest : from, null);
    }

    /** Goes on behind a slice. */
    public PollRound goOn(Instant end) {
        return new PollRound(now, end, left);
    }

    /** Does not pass a message, if there is one. */
    public PollRound leaving(Instant message) {
        return new PollRound(now, from, left == null || (message != null && message.isBefore(left)) ? message : left);
    }

    /**
     * Where to look again, since the history counts more messages than it has shown: from the same place as now, but no
     * longer than what is looked at again anyhow when nothing comes.
     */
    public PollRound missing(PollPosition position, Duration overlap) {
        Instant place = quiet(overlap);
        return leaving(place.isAfter(position.upTo()) ? place : position.upTo());
    }

    /**
     * The position after a slice that was gone through.
     *
     * @param newest time of the newest message; null when there is none
     */
    public PollPosition reached(PollPosition position, Duration overlap, Instant end, Instant newest) {
        // Goes on when nothing comes, too, so that an inbox need not remember for ever what the overlap shows again.
        Instant reached = end == null ? quiet(overlap) : end;
        if (newest != null && newest.isAfter(reached)) {
            reached = newest;
        }
        // A message from the future must not hide those that are yet to come.
        reached = reached.isAfter(now) ? now : reached;
        return position.movedTo(reached.isAfter(position.upTo()) ? reached : position.upTo(), left);
    }

    private Instant quiet(Duration overlap) {
        return now.minus(overlap.compareTo(CLOCKS_DIFFER) > 0 ? overlap : CLOCKS_DIFFER);
    }
}
