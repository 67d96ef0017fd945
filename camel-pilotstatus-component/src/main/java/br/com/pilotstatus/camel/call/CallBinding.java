/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.PagesAs;
import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.ResultIn;
import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.model.MessageState;
import br.com.pilotstatus.camel.model.Page;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Maps between an exchange and any call of the table that sends no message. */
public final class CallBinding implements OperationBinding {

    /** The list that an exchange is getting, page by page. */
    private static final String LIST = "CamelPilotStatusList";

    private final Operation operation;
    private final CallParameters parameters;
    private final NumberSelection number;
    private final RequestFactory requests;
    private final EndpointCalls calls;
    private final PagesAs pages;
    private final int maxItems;
    private final boolean resultInBody;

    /**
     * @param validates whether phone numbers are read as people write them; false leaves them as they are
     * @param requests makes the requests
     * @param calls    makes the calls for later pages that a route comes to
     */
    public CallBinding(
            CamelContext context,
            Operation operation,
            PilotStatusConfiguration connection,
            PilotStatusCallConfiguration call,
            boolean validates,
            RequestFactory requests,
            EndpointCalls calls) {
        this.operation = operation;
        this.parameters =
                new CallParameters(context, call, validates ? connection.getDefaultRegion() : null, operation);
        this.number = new NumberSelection(context, connection);
        this.requests = requests;
        this.calls = calls;
        this.pages = call.getPages();
        this.maxItems = call.getMaxItems();
        this.resultInBody = call.getResult() != ResultIn.HEADERS;
    }

    @Override
    public ApiRequest request(Exchange exchange) {
        Map<String, Object> values = parameters.values(exchange);
        String numberId = number.of(exchange);
        if (pages == PagesAs.ONE) {
            return requests.call(operation, values, numberId);
        }
        PagedResult list = new PagedResult(
                operation, maxItems, values, parameters -> requests.call(operation, parameters, numberId));
        exchange.setProperty(LIST, list);
        return list.first();
    }

    @Override
    public Optional<ApiRequest> followedBy(Exchange exchange, ApiRequest request, ApiResponse response) {
        return pages == PagesAs.ALL && Answers.read(operation, response) instanceof Page<?> page
                ? exchange.getProperty(LIST, PagedResult.class).add(page)
                : Optional.empty();
    }

    @Override
    public void accepted(Exchange exchange, ApiResponse response) {
        Object answer = Answers.read(operation, response);
        if (exchange.removeProperty(LIST) instanceof PagedResult list && answer instanceof Page<?> page) {
            answer = pages == PagesAs.ALL ? list.all() : list.iterator(page, calls);
        }
        Message message = exchange.getMessage();
        message.removeHeader(PilotStatusConstants.PARAMS);
        message.removeHeader(PilotStatusConstants.WHATSAPP_NUMBER_ID);
        if (answer instanceof MessageState state) {
            message.setHeader(PilotStatusConstants.MESSAGE_ID, state.id());
            message.setHeader(PilotStatusConstants.CORRELATION_ID, state.correlationId());
            message.setHeader(PilotStatusConstants.STATUS, state.status());
        }
        if (resultInBody) {
            message.setBody(answer);
        }
    }
}
