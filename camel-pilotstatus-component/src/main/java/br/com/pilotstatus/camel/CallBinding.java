/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.Answers;
import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.Operation;
import br.com.pilotstatus.camel.client.RequestFactory;
import br.com.pilotstatus.camel.model.MessageState;
import br.com.pilotstatus.camel.model.Page;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Maps between an exchange and any call of the table that sends no message. */
final class CallBinding implements OperationBinding {

    /** What the first page was asked for with; the next ones are asked for alike. */
    private record FirstPage(Map<String, Object> values, String numberId) {}

    private static final String FIRST_PAGE = "CamelPilotStatusFirstPage";

    private final PilotStatusEndpoint endpoint;
    private final Operation operation;
    private final CallParameters parameters;
    private final NumberSelection number;
    private final RequestFactory requests;
    private final PagedResult paged;
    private final boolean resultInBody;

    CallBinding(PilotStatusEndpoint endpoint, Operation operation, RequestFactory requests) {
        this.endpoint = endpoint;
        this.operation = operation;
        this.parameters = new CallParameters(endpoint, operation);
        this.number = new NumberSelection(endpoint);
        this.requests = requests;
        this.paged = new PagedResult(operation, endpoint.getCall());
        this.resultInBody = endpoint.getCall().getResult() != ResultIn.HEADERS;
    }

    @Override
    public ApiRequest request(Exchange exchange) {
        Map<String, Object> values = parameters.values(exchange);
        String numberId = number.of(exchange);
        if (paged.wantsMore()) {
            values = paged.first(values);
            exchange.setProperty(FIRST_PAGE, new FirstPage(values, numberId));
        }
        return requests.call(operation, values, numberId);
    }

    @Override
    public void accepted(Exchange exchange, ApiResponse response) {
        Object answer = Answers.read(operation, response);
        if (answer instanceof Page<?> page && paged.wantsMore()) {
            answer = allFrom(page, (FirstPage) exchange.removeProperty(FIRST_PAGE));
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

    private Object allFrom(Page<?> page, FirstPage first) {
        return paged.read(
                page, first.values(), values -> requests.call(operation, values, first.numberId()), endpoint.client());
    }
}
