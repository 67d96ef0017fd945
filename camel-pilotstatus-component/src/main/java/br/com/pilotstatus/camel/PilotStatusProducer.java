/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.call.CallRecord;
import br.com.pilotstatus.camel.call.CallingProducer;
import br.com.pilotstatus.camel.call.OperationBinding;
import br.com.pilotstatus.camel.call.ResultHeaders;
import br.com.pilotstatus.camel.call.UnknownSends;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusOutcomeUnknownException;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/**
 * Makes the calls of an endpoint without holding a thread while the service works. The route goes on exactly once per
 * exchange, and never on a thread that serves connections.
 */
public class PilotStatusProducer extends CallingProducer {

    private final OperationBinding binding;
    private final UnknownSends unknownSends = new UnknownSends();

    PilotStatusProducer(PilotStatusEndpoint endpoint, OperationBinding binding) {
        super(endpoint, endpoint.getOperation(), endpoint.calls(), endpoint.failures());
        this.binding = binding;
    }

    @Override
    public PilotStatusEndpoint getEndpoint() {
        return (PilotStatusEndpoint) super.getEndpoint();
    }

    @Override
    protected boolean begin(Exchange exchange, AsyncCallback callback) {
        ApiRequest request = binding.request(exchange);
        unknownSends.refuseRepetition(exchange, request);
        call(exchange, request, recordOf(exchange, request), callback);
        return false;
    }

    /** What is written down of a call, besides what the exchange holds. */
    CallRecord recordOf(Exchange exchange, ApiRequest request) {
        return CallRecord.NONE;
    }

    private void call(Exchange exchange, ApiRequest request, CallRecord written, AsyncCallback callback) {
        calls().execute(request, written::claim, (response, failure) -> {
            boolean over = true;
            try {
                over = failure != null || !isFollowed(exchange, request, response, callback);
                if (over) {
                    finish(exchange, request, written, response, failure);
                }
            } catch (Throwable e) {
                over = true;
                fail(exchange, e);
            } finally {
                if (over) {
                    callback.done(false);
                }
            }
        });
    }

    /** Whether the exchange needs a further call to have what it asked for; if so, that is under way now. */
    private boolean isFollowed(Exchange exchange, ApiRequest request, ApiResponse response, AsyncCallback callback) {
        Optional<ApiRequest> next = binding.followedBy(exchange, request, response);
        next.ifPresent(further -> call(exchange, further, CallRecord.NONE, callback));
        return next.isPresent();
    }

    private void finish(
            Exchange exchange, ApiRequest request, CallRecord written, ApiResponse response, Throwable failure) {
        if (failure == null) {
            accept(exchange, request, written, response);
            return;
        }
        if (failure instanceof PilotStatusException known) {
            written.failed(known);
            remember(exchange, request, known);
        }
        fail(exchange, failure);
    }

    private void accept(Exchange exchange, ApiRequest request, CallRecord written, ApiResponse response) {
        try {
            binding.accepted(exchange, response);
        } catch (Throwable e) {
            if (request.operation().reads()) {
                throw e;
            }
            // It has happened, and must not happen again because the exchange cannot take the answer.
            written.accepted(null);
            PilotStatusException unknown = PilotStatusOutcomeUnknownException.afterAcceptance(
                    request.operation().operationName(), response.status(), response.attempts(), e);
            remember(exchange, request, unknown);
            throw unknown;
        }
        ResultHeaders.accepted(exchange.getMessage(), response);
        written.accepted(exchange.getMessage().getHeader(PilotStatusConstants.MESSAGE_ID, String.class));
    }

    private void remember(Exchange exchange, ApiRequest request, PilotStatusException failure) {
        if (getEndpoint().getConfiguration().getOnUnknown() == OnUnknown.FAIL) {
            unknownSends.remember(exchange, request, failure);
        }
    }
}
