/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusException;
import br.com.pilotstatus.camel.client.PilotStatusTransportException;
import br.com.pilotstatus.camel.send.JournaledSend;
import br.com.pilotstatus.camel.send.JournaledSend.AcceptedBeforeException;
import br.com.pilotstatus.camel.send.SendJournal;
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
        JournaledSend send;
        try {
            if (!isRunAllowed()) {
                throw PilotStatusTransportException.notSent(
                        ErrorCode.STOPPED, getEndpoint().getOperation(), "the producer is stopped", null);
            }
            ResultHeaders.clear(exchange.getMessage());
            request = binding.request(exchange);
            unknownSends.refuseRepetition(exchange, request);
            send = new JournaledSend(journal, binding.journalKey(exchange, request));
        } catch (Exception e) {
            fail(exchange, e);
            callback.done(true);
            return true;
        }
        client.execute(request, send::claim, (response, failure) -> {
            try {
                finish(exchange, request, send, response, failure);
            } finally {
                callback.done(false);
            }
        });
        return false;
    }

    private void finish(
            Exchange exchange, ApiRequest request, JournaledSend send, ApiResponse response, Throwable failure) {
        try {
            if (failure == null) {
                accept(exchange, send, response);
                return;
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof AcceptedBeforeException before) {
                binding.duplicate(exchange, before.getMessageId());
                ResultHeaders.duplicate(exchange.getMessage());
                return;
            }
            if (cause instanceof PilotStatusException known) {
                send.failed(known);
                remember(exchange, request, known);
            }
            fail(exchange, cause);
        } catch (Exception e) {
            fail(exchange, e);
        }
    }

    private void accept(Exchange exchange, JournaledSend send, ApiResponse response) {
        binding.accepted(exchange, response);
        ResultHeaders.accepted(exchange.getMessage(), response);
        send.accepted(exchange.getMessage().getHeader(PilotStatusConstants.MESSAGE_ID, String.class));
    }

    private void remember(Exchange exchange, ApiRequest request, PilotStatusException failure) {
        if (getEndpoint().getConfiguration().getOnUnknown() == OnUnknown.FAIL) {
            unknownSends.remember(exchange, request, failure);
        }
    }

    private void fail(Exchange exchange, Throwable cause) {
        ResultHeaders.fail(exchange, cause, getEndpoint().getConfiguration());
    }
}
