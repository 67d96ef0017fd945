/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.PilotStatusException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Makes the calls of an endpoint without holding a thread while the service works. The route goes on exactly once per
 * exchange, and never on a thread that serves connections.
 */
public class PilotStatusProducer extends DefaultAsyncProducer {

    private final OperationBinding binding;
    private final UnknownSends unknownSends = new UnknownSends();
    private volatile ObservedClient client;

    PilotStatusProducer(PilotStatusEndpoint endpoint, OperationBinding binding) {
        super(endpoint);
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
        try {
            if (!isRunAllowed()) {
                throw new RejectedExecutionException("The producer is stopped");
            }
            ResultHeaders.clear(exchange.getMessage());
            request = binding.request(exchange);
            unknownSends.refuseRepetition(exchange, request);
        } catch (Exception e) {
            fail(exchange, e);
            callback.done(true);
            return true;
        }
        client.execute(request, (response, failure) -> {
            try {
                finish(exchange, request, response, failure);
            } finally {
                callback.done(false);
            }
        });
        return false;
    }

    private void finish(Exchange exchange, ApiRequest request, ApiResponse response, Throwable failure) {
        try {
            if (failure == null) {
                binding.accepted(exchange, response);
                ResultHeaders.accepted(exchange.getMessage(), response);
                return;
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof PilotStatusException known) {
                if (getEndpoint().getConfiguration().getOnUnknown() == OnUnknown.FAIL) {
                    unknownSends.remember(exchange, request, known);
                }
            }
            fail(exchange, cause);
        } catch (Exception e) {
            fail(exchange, e);
        }
    }

    private void fail(Exchange exchange, Throwable cause) {
        if (cause instanceof PilotStatusException known) {
            ResultHeaders.failed(exchange.getMessage(), known);
            if (known.getRetryAfter() != null
                    && getEndpoint().getConfiguration().isRetryAfterHeader()) {
                exchange.getMessage()
                        .setHeader(
                                Exchange.REDELIVERY_DELAY, known.getRetryAfter().toMillis());
            }
        }
        exchange.setException(cause);
    }
}
