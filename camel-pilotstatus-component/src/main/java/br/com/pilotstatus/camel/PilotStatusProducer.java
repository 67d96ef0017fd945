/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusException;
import br.com.pilotstatus.camel.client.PilotStatusTransportException;
import br.com.pilotstatus.camel.send.JournalKey;
import br.com.pilotstatus.camel.send.SendJournal;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Makes the calls of an endpoint without holding a thread while the service works. The route goes on exactly once per
 * exchange, and never on a thread that serves connections.
 */
public class PilotStatusProducer extends DefaultAsyncProducer {

    private final OperationBinding binding;
    private final SendJournal journal;
    private final UnknownSends unknownSends = new UnknownSends();
    private volatile ObservedClient client;

    PilotStatusProducer(PilotStatusEndpoint endpoint, OperationBinding binding, SendJournal journal) {
        super(endpoint);
        this.journal = journal;
        this.binding = binding;
    }

    @Override
    public PilotStatusEndpoint getEndpoint() {
        return (PilotStatusEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        client = getEndpoint().calls().open();
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().calls().close(client);
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        ApiRequest request;
        JournalKey key;
        try {
            if (!isRunAllowed()) {
                throw PilotStatusTransportException.notSent(
                        ErrorCode.STOPPED, getEndpoint().getOperation(), "the producer is stopped", null);
            }
            ResultHeaders.clear(exchange.getMessage());
            request = binding.request(exchange);
            unknownSends.refuseRepetition(exchange, request);
            key = binding.journalKey(exchange, request);
            Optional<String> earlier = key == null ? Optional.empty() : journal.claim(key);
            if (earlier.isPresent()) {
                binding.duplicate(exchange, earlier.get());
                ResultHeaders.duplicate(exchange.getMessage());
                callback.done(true);
                return true;
            }
        } catch (Exception e) {
            fail(exchange, e);
            callback.done(true);
            return true;
        }
        client.execute(request, (response, failure) -> {
            try {
                finish(exchange, new Sent(request, key), response, failure);
            } finally {
                callback.done(false);
            }
        });
        return false;
    }

    /** @param key name in the journal; null when it is not journaled */
    private record Sent(ApiRequest request, JournalKey key) {}

    private void finish(Exchange exchange, Sent sent, ApiResponse response, Throwable failure) {
        try {
            if (failure == null) {
                accept(exchange, sent, response);
                return;
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof PilotStatusException known) {
                remember(exchange, sent, known);
            }
            fail(exchange, cause);
        } catch (Exception e) {
            fail(exchange, e);
        }
    }

    private void accept(Exchange exchange, Sent sent, ApiResponse response) {
        binding.accepted(exchange, response);
        ResultHeaders.accepted(exchange.getMessage(), response);
        if (sent.key() != null) {
            journal.accepted(
                    sent.key(), exchange.getMessage().getHeader(PilotStatusConstants.MESSAGE_ID, String.class));
        }
    }

    private void remember(Exchange exchange, Sent sent, PilotStatusException failure) {
        if (sent.key() != null) {
            journal.failed(sent.key(), failure);
        }
        if (getEndpoint().getConfiguration().getOnUnknown() == OnUnknown.FAIL) {
            unknownSends.remember(exchange, sent.request(), failure);
        }
    }

    private void fail(Exchange exchange, Throwable cause) {
        ResultHeaders.fail(exchange, cause, getEndpoint().getConfiguration());
    }
}
