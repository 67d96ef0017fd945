/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.model.JournalDecision;
import br.com.pilotstatus.camel.model.JournalDecision.Reason;
import br.com.pilotstatus.camel.store.ClaimStore.FinishedClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides undecided sends of one number by what its message history shows. Sends are accepted when the history has exactly
 * as many messages like them as there are sends that these may be. One that it does not show is refused when the route says
 * so and it had time enough to show. Whatever else is found is left.
 *
 * <p>Any number of nodes may do so at once: what was accepted is so for all of them, and only the very claim that was
 * looked at is released, not a later one of the same key.
 *
 * @param history      of the number
 * @param settleAfter  how long after it was begun, or after its time of delivery, a send must be shown if it was sent;
 *     not negative
 * @param refuseAbsent whether a send that is not shown by then is refused, so that its key is sent again
 */
record JournalReconciler(SendJournal journal, MessageHistory history, Duration settleAfter, boolean refuseAbsent) {

    /** What the service keeps is about a month. */
    private static final Duration KEPT = Duration.ofDays(30);
    /** How far the clocks of the service and of the journal may be apart. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    /** Sends that the history would show alike. */
    private record Likeness(Fingerprint destination, Fingerprint shown) {

        static Likeness of(JournalContent content) {
            return new Likeness(content.destination(), content.shown());
        }
    }

    /**
     * Decides the undecided sends of a number.
     *
     * @param sender what stands for the number in the journal's names
     * @return one decision for each of them
     */
    List<JournalDecision> reconcile(String sender) {
        List<JournalDecision> decisions = new ArrayList<>();
        Instant now = journal.now();
        List<UndecidedSend> sends = new ArrayList<>();
        for (UndecidedSend send : journal.undecidedOf(sender)) {
            if (!send.isComparable()) {
                decisions.add(send.left(Reason.NOT_COMPARABLE));
            } else if (send.since().isBefore(now.minus(KEPT))) {
                decisions.add(send.left(Reason.TOO_OLD));
            } else {
                sends.add(send);
            }
        }
        if (!sends.isEmpty()) {
            compare(sender, sends, now, decisions);
        }
        return decisions;
    }

    private void compare(String sender, List<UndecidedSend> sends, Instant now, List<JournalDecision> decisions) {
        Instant from = earliest(sends);
        Set<Fingerprint> destinations = new HashSet<>();
        sends.forEach(send -> destinations.add(send.content().destination()));
        ShownMessages shown = ShownMessages.read(history, from, destinations);

        // Asked after the history, so that every journaled send that it shows is in one of these.
        List<UndecidedSend> open = journal.undecidedOf(sender);
        Known known = new Known();
        open.stream()
                .filter(send -> !sends.contains(send) && send.isComparable())
                .forEach(known::addBegun);
        sends.stream()
                .map(send -> send.key().scope())
                .distinct()
                .forEach(scope -> journal.acceptedSince(scope, from).forEach(known::addFinished));

        Map<Likeness, List<UndecidedSend>> groups = new LinkedHashMap<>();
        sends.stream()
                .filter(Set.copyOf(open)::contains)
                .forEach(send -> groups.computeIfAbsent(Likeness.of(send.content()), none -> new ArrayList<>())
                        .add(send));
        groups.forEach((likeness, group) -> {
            List<ShownMessage> like = shown.like(group.get(0).content(), earliest(group), known.messageIds);
            if (like.isEmpty()) {
                group.forEach(send -> decisions.add(absent(send, shown, known, now)));
            } else {
                decisions.addAll(present(group, like, known.others(likeness)));
            }
        });
    }

    /** What accounts for messages of the history, besides the sends that are to be decided. */
    private static final class Known {

        private final Set<String> messageIds = new HashSet<>();
        /** Sends whose message nobody knows by its id. */
        private final Map<Likeness, Integer> others = new HashMap<>();

        void addBegun(UndecidedSend send) {
            others.merge(Likeness.of(send.content()), 1, Integer::sum);
        }

        void addFinished(FinishedClaim send) {
            JournalContent content = JournalContent.parse(send.content());
            if (!send.result().isEmpty()) {
                messageIds.add(send.result());
            } else if (content != null) {
                others.merge(Likeness.of(content), 1, Integer::sum);
            }
        }

        int others(Likeness likeness) {
            return others.getOrDefault(likeness, 0);
        }
    }

    private List<JournalDecision> present(List<UndecidedSend> sends, List<ShownMessage> like, int others) {
        if (like.size() != sends.size() + others) {
            return sends.stream().map(send -> send.left(Reason.AMBIGUOUS)).toList();
        }
        // All of them are out. Which is which is known where there is one, and does not matter where they say the same.
        boolean alike =
                sends.stream().map(send -> send.content().message()).distinct().count() == 1;
        boolean named = others == 0 && alike;
        List<JournalDecision> decisions = new ArrayList<>();
        for (int i = 0; i < sends.size(); i++) {
            String messageId = named ? like.get(i).id() : null;
            journal.accept(sends.get(i), messageId);
            decisions.add(sends.get(i).accepted(messageId));
        }
        return decisions;
    }

    private JournalDecision absent(UndecidedSend send, ShownMessages shown, Known known, Instant now) {
        if (!send.content().destination().isPhone()) {
            return send.left(Reason.NOT_COMPARABLE);
        }
        if (shown.mayShow(send.content(), earliest(List.of(send)), known.messageIds)) {
            return send.left(Reason.UNCLEAR);
        }
        if (now.isBefore(send.settledAt(settleAfter))) {
            return send.left(Reason.NOT_SETTLED);
        }
        if (!refuseAbsent) {
            return send.left(Reason.ABSENT);
        }
        journal.refuse(send);
        return send.refused();
    }

    private static Instant earliest(List<UndecidedSend> sends) {
        return sends.stream()
                .map(UndecidedSend::since)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(CLOCK_DIFFERENCE);
    }
}
