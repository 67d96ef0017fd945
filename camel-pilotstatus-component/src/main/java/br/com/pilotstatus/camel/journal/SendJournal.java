/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusInDoubtException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.JournalEntry;
import br.com.pilotstatus.camel.store.ClaimKeeper;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.FinishedClaim;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a send that carries an idempotency key happen at most once, over redeliveries, rollbacks and restarts: claimed
 * before it is sent, done once it is accepted, released when it is refused, and left open while nobody knows.
 */
public final class SendJournal {

    private static final Logger LOG = LoggerFactory.getLogger(SendJournal.class);

    /** How many undecided sends of a number are looked at in one go, the oldest first. */
    private static final int MOST = 10_000;

    private static final int MAX_CAUSES = 20;

    private final ClaimStore store;
    private final ClaimKeeper keeper;

    /** @param keeper writes outcomes that the store does not take at once */
    public SendJournal(ClaimStore store, ClaimKeeper keeper) {
        this.store = store;
        this.keeper = keeper;
    }

    /**
     * Claims a send. When it is claimed, the caller must send now and tell {@link #accepted} or {@link #failed} what came of
     * it; when it is done, a message was accepted before under this key.
     *
     * @return either of them; the result of what is done is the id of its message, empty when it came without one
     * @throws PilotStatusInDoubtException    when it is not known whether the key's send has happened
     * @throws PilotStatusValidationException when the key was used for another message, which was accepted
     * @throws PilotStatusTransportException  when the journal cannot be reached, so that nothing may be sent
     */
    public Claim claim(JournalKey key) {
        Claim claim;
        try {
            keeper.catchUp(store, key.value());
            claim = store.claim(key.value(), key.content().text(), null);
        } catch (RuntimeException e) {
            throw PilotStatusTransportException.notSent(
                    ErrorCode.JOURNAL_UNREACHABLE, Operation.SEND.operationName(), unreachable(e), e);
        }
        if (claim.status() == ClaimStore.Status.CLAIMED) {
            return claim;
        }
        if (claim.status() == ClaimStore.Status.BUSY) {
            throw new PilotStatusInDoubtException(
                    "'send' was not sent now: the journal holds a send of this idempotencyKey"
                            + " that is under way, or of which nobody knows whether it happened; journal-list shows it, and"
                            + " journal-resolve decides it");
        }
        if (!key.content().isOf(claim.content())) {
            throw new PilotStatusValidationException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "idempotencyKey",
                    "was used before for another message to this destination");
        }
        return claim;
    }

    private static String unreachable(Throwable failure) {
        // What pools throw when no connection comes free in time.
        boolean starved = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(SQLTransientConnectionException.class::isInstance);
        return starved
                ? "the journal could not be asked: its pool had no connection free in time. Where a route holds one in a"
                        + " transaction, its send needs another: give the pool twice as many connections as the route has"
                        + " consumers, or the journal a data source of its own"
                : "the journal could not be asked";
    }

    /** Records that the service took the message; its id may be null. */
    public void accepted(JournalKey key, String messageId) {
        // The message is out, so the exchange must not fail, and be repeated, because of this.
        keeper.done(store, key.value(), messageId == null ? "" : messageId)
                .ifPresent(e -> LOG.warn(
                        "An accepted send could not be recorded in the journal yet; it is tried again in the background",
                        e));
    }

    /**
     * Records that the send failed: a refused one may be sent again under its key, an unknown one may not.
     *
     * @param claim what {@link #claim} gave
     */
    public void failed(JournalKey key, Claim claim, PilotStatusException failure) {
        if (failure.getOutcome() == Outcome.UNKNOWN) {
            return;
        }
        keeper.release(store, key.value(), claim.token())
                .ifPresent(e -> LOG.warn(
                        "A refused send could not be released in the journal yet; it is tried again in the background",
                        e));
    }

    /** Sends of which it is not known whether they happened, those under way included, the oldest first. */
    public List<JournalEntry> undecided(int limit) {
        return store.open(JournalKey.PREFIX, limit).stream()
                .map(claim -> UndecidedSend.of(claim).entry())
                .toList();
    }

    /** The same, of one number, as {@link br.com.pilotstatus.camel.api.ApiRequest#sender} names it. */
    List<UndecidedSend> undecidedOf(String sender) {
        return store.open(JournalKey.sender(sender), MOST).stream()
                .map(UndecidedSend::of)
                .toList();
    }

    /** What was accepted since a time, of names that begin so. */
    List<FinishedClaim> acceptedSince(String scope, Instant since) {
        return store.finished(scope, since);
    }

    /** The time by which sends are dated. */
    Instant now() {
        return store.now();
    }

    /** Decides that a send happened; the id of its message may be null. */
    void accept(UndecidedSend send, String messageId) {
        store.done(send.claim().key(), messageId == null ? "" : messageId);
    }

    /** Decides that a send did not happen, unless it was decided and begun anew meanwhile. */
    void refuse(UndecidedSend send) {
        store.release(send.claim().key(), send.claim().token());
    }

    /**
     * Decides an undecided send.
     *
     * @param key      as {@link #undecided} names it
     * @param happened whether the message went out; if not, the next send of its key goes out
     * @param messageId the message's id, when it is known; may be null
     * @throws PilotStatusValidationException when there is no undecided send of that name
     */
    public void resolve(String key, boolean happened, String messageId) {
        boolean known = key.startsWith(JournalKey.PREFIX)
                && store.open(key, 1).stream().anyMatch(open -> open.key().equals(key));
        if (!known) {
            throw new PilotStatusValidationException(
                    ErrorCode.JOURNAL_ENTRY_UNKNOWN,
                    "id",
                    "names no undecided send; journal-list shows those there are");
        }
        if (happened) {
            store.done(key, messageId == null ? "" : messageId);
        } else {
            store.release(key);
        }
    }
}
