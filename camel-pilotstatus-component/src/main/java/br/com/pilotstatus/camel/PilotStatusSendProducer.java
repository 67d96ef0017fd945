/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.call.CallRecord;
import br.com.pilotstatus.camel.call.ResultHeaders;
import br.com.pilotstatus.camel.journal.JournalKey;
import br.com.pilotstatus.camel.journal.JournaledSend;
import br.com.pilotstatus.camel.journal.JournaledSend.AcceptedBeforeException;
import br.com.pilotstatus.camel.journal.SendJournal;
import br.com.pilotstatus.camel.send.SendBinding;
import org.apache.camel.Exchange;

/** Sends messages. One that has an idempotency key goes through the journal, and is sent once for each key. */
public class PilotStatusSendProducer extends PilotStatusProducer {

    private final SendBinding binding;
    private final SendJournal journal;

    PilotStatusSendProducer(PilotStatusEndpoint endpoint, SendBinding binding, SendJournal journal) {
        super(endpoint, binding);
        this.binding = binding;
        this.journal = journal;
    }

    @Override
    CallRecord recordOf(Exchange exchange, ApiRequest request) {
        JournalKey key = binding.journalKey(exchange, request);
        return key == null ? CallRecord.NONE : new JournaledSend(journal, key);
    }

    @Override
    protected void fail(Exchange exchange, Throwable cause) {
        if (cause instanceof AcceptedBeforeException before) {
            binding.duplicate(exchange, before.getMessageId());
            ResultHeaders.duplicate(exchange.getMessage());
        } else {
            binding.failed(exchange);
            super.fail(exchange, cause);
        }
    }
}
