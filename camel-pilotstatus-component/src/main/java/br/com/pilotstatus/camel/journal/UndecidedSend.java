/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.model.JournalDecision;
import br.com.pilotstatus.camel.model.JournalDecision.Reason;
import br.com.pilotstatus.camel.model.JournalEntry;
import br.com.pilotstatus.camel.store.ClaimStore.OpenClaim;
import java.time.Duration;
import java.time.Instant;

/**
 * A send of which the journal does not know whether it happened.
 *
 * @param claim   as the journal holds it
 * @param key     its name, read
 * @param content what else is kept of it, read; null when that cannot be read
 */
record UndecidedSend(OpenClaim claim, JournalKey key, JournalContent content) {

    static UndecidedSend of(OpenClaim claim) {
        return new UndecidedSend(claim, JournalKey.parse(claim.key()), JournalContent.parse(claim.content()));
    }

    /** Whether it is the same claim, whatever was read of it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof UndecidedSend send && send.claim.equals(claim);
    }

    @Override
    public int hashCode() {
        return claim.hashCode();
    }

    Instant since() {
        return claim.since();
    }

    String numberId() {
        return content == null ? null : content.numberId();
    }

    /** Whether the history shows something that it can be compared with. */
    boolean isComparable() {
        return content != null && !content.shown().isNothing();
    }

    /** From when on the history must show it, if it was sent. */
    Instant settledAt(Duration settleAfter) {
        Instant due = content.due();
        return (due == null || due.isBefore(since()) ? since() : due).plus(settleAfter);
    }

    JournalEntry entry() {
        return new JournalEntry(claim.key(), numberId(), key.name(), since());
    }

    JournalDecision accepted(String messageId) {
        return decision(Outcome.ACCEPTED, messageId, null);
    }

    JournalDecision refused() {
        return decision(Outcome.REFUSED, null, null);
    }

    JournalDecision left(Reason reason) {
        return decision(Outcome.UNKNOWN, null, reason);
    }

    private JournalDecision decision(Outcome outcome, String messageId, Reason reason) {
        return new JournalDecision(claim.key(), numberId(), key.name(), since(), outcome.name(), messageId, reason);
    }
}
