/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.Answers;
import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.Operation;
import br.com.pilotstatus.camel.client.RequestFactory;
import br.com.pilotstatus.camel.model.MessageState;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Maps between an exchange and any call of the table that sends no message. */
final class CallBinding implements OperationBinding {

    private final Operation operation;
    private final CallParameters parameters;
    private final NumberSelection number;
    private final RequestFactory requests;
    private final boolean resultInBody;

    CallBinding(PilotStatusEndpoint endpoint, Operation operation, RequestFactory requests) {
        this.operation = operation;
        this.parameters = new CallParameters(endpoint, operation);
        this.number = new NumberSelection(endpoint);
        this.requests = requests;
        this.resultInBody = endpoint.getCall().getResult() != ResultIn.HEADERS;
    }

    @Override
    public ApiRequest request(Exchange exchange) {
        return requests.call(operation, parameters.values(exchange), number.of(exchange));
    }

    @Override
    public void accepted(Exchange exchange, ApiResponse response) {
        Object answer = Answers.read(operation, response);
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
