/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.PagesAs;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
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
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Maps between an exchange and any call of the table that sends no message. */
public final class CallBinding implements OperationBinding {

    /** The list that an exchange is getting, page by page. */
    private static final String LIST = "CamelPilotStatusList";

    private final PilotStatusEndpoint endpoint;
    private final Operation operation;
    private final CallParameters parameters;
    private final NumberSelection number;
    private final RequestFactory requests;
    private final PagesAs pages;
    private final boolean resultInBody;

    public CallBinding(PilotStatusEndpoint endpoint, Operation operation, RequestFactory requests) {
        this.endpoint = endpoint;
        this.operation = operation;
        this.parameters = new CallParameters(endpoint, operation);
        this.number = new NumberSelection(endpoint.getCamelContext(), endpoint.getConfiguration());
        this.requests = requests;
        this.pages = endpoint.getCall().getPages();
        this.resultInBody = endpoint.getCall().getResult() != ResultIn.HEADERS;
    }

    @Override
    public ApiRequest request(Exchange exchange) {
        Map<String, Object> values = parameters.values(exchange);
        String numberId = number.of(exchange);
        if (pages == PagesAs.ONE) {
            return requests.call(operation, values, numberId);
        }
        PagedResult list = new PagedResult(
                operation,
                endpoint.getCall().getMaxItems(),
                values,
                parameters -> requests.call(operation, parameters, numberId));
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
            answer = pages == PagesAs.ALL ? list.all() : list.iterator(page, endpoint.calls());
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
