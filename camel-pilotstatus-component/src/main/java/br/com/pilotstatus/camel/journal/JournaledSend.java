/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import br.com.pilotstatus.camel.call.CallRecord;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.store.ClaimStore.Claim;
import br.com.pilotstatus.camel.store.ClaimStore.Status;
import java.util.Objects;

/** One send on its way past the journal. Records what came of it only when it holds the claim. */
public final class JournaledSend implements CallRecord {

    private final SendJournal journal;
    private final JournalKey key;
    private volatile Claim held;

    /** @param key its name in the journal */
    public JournaledSend(SendJournal journal, JournalKey key) {
        this.journal = journal;
        this.key = key;
    }

    /**
     * Claims it. To be called when its place is had, so that a node that dies while its sends wait leaves none of them in
     * doubt.
     *
     * @throws AcceptedBeforeException when it was accepted before and must not be sent
     * @throws PilotStatusException    when it must not be sent for another reason, as {@link SendJournal#claim} tells
     */
    @Override
    public void claim() {
        Claim claim = journal.claim(key);
        if (claim.status() == Status.DONE) {
            throw new AcceptedBeforeException(Objects.requireNonNullElse(claim.result(), ""));
        }
        held = claim;
    }

    @Override
    public void accepted(String messageId) {
        if (held != null) {
            journal.accepted(key, messageId);
        }
    }

    @Override
    public void failed(PilotStatusException failure) {
        if (held != null) {
            journal.failed(key, held, failure);
        }
    }

    /** Ends a call that is not made, since the journal knows what came of it. */
    public static final class AcceptedBeforeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String messageId;

        AcceptedBeforeException(String messageId) {
            super("The message was accepted before", null, false, false);
            this.messageId = messageId;
        }

        /** The id it was accepted with; empty when it came without one. */
        public String getMessageId() {
            return messageId;
        }
    }
}
