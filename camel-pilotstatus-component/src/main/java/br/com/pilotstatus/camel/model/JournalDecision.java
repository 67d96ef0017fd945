/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;

/**
 * What <code>journal-reconcile</code> made of an undecided send. Holds neither recipient nor text.
 *
 * @param key            its name in the journal
 * @param numberId       id of the number that sends, as <code>whatsappNumberId</code> named it; null when the API key does
 * @param idempotencyKey the route's own name of it
 * @param since          when it was begun
 * @param outcome        ACCEPTED, REFUSED, or UNKNOWN when it was left undecided
 * @param messageId      id of the message that was found; null when none was, or when it is one of several alike
 * @param reason         why it was left undecided; null otherwise
 */
public record JournalDecision(
        String key,
        String numberId,
        String idempotencyKey,
        @IsoTime Instant since,
        String outcome,
        String messageId,
        Reason reason)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    /** A send that stays as it is. */
    public static JournalDecision left(JournalEntry entry, Reason reason) {
        return new JournalDecision(
                entry.key(), entry.numberId(), entry.idempotencyKey(), entry.since(), "UNKNOWN", null, reason);
    }

    /** Why a send was left undecided. */
    public enum Reason {
        /** The history does not show it, and a message that was not sent yet may still come: it is younger than settleAfter. */
        NOT_SETTLED,
        /** The history does not show it. */
        ABSENT,
        /** The history shows more or fewer messages like it than there are sends that it may be. */
        AMBIGUOUS,
        /** The history does not show it, but shows something to the same recipient that nothing else accounts for. */
        UNCLEAR,
        /** It goes to a group, a channel or a user id, or the journal does not hold what it says. */
        NOT_COMPARABLE,
        /** It is older than what the history goes back to. */
        TOO_OLD,
        /** It was sent with another key or for another number. */
        OTHER_NUMBER
    }
}
