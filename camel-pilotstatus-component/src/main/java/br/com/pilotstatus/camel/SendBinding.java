/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.Answers;
import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.Operation;
import br.com.pilotstatus.camel.client.RequestFactory;
import br.com.pilotstatus.camel.model.MessageAccepted;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.send.MessageComposer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Maps between an exchange and the call that sends a message. */
final class SendBinding implements OperationBinding {

    private final Operation operation;
    private final EndpointMessage endpointMessage;
    private final NumberSelection number;
    private final MessageComposer composer;
    private final RequestFactory requests;
    private final boolean resultInBody;

    SendBinding(PilotStatusEndpoint endpoint, Operation operation, RequestFactory requests) {
        this.operation = operation;
        this.endpointMessage = new EndpointMessage(endpoint);
        this.number = new NumberSelection(endpoint);
        this.requests = requests;
        this.composer = new MessageComposer(
                endpoint.getSend().getBodyAs(),
                endpoint.getConfiguration().getDefaultRegion(),
                endpoint.getSend().getMaxMediaSize());
        this.resultInBody = endpoint.getCall().getResult() == ResultIn.BODY;
    }

    @Override
    public ApiRequest request(Exchange exchange) {
        SendMessage fromHeaders = HeaderMessage.read(exchange.getMessage());
        SendMessage message = composer.compose(exchange, endpointMessage.evaluate(exchange), fromHeaders);
        return requests.message(operation, message, number.of(exchange));
    }

    @Override
    public void accepted(Exchange exchange, ApiResponse response) {
        MessageAccepted answer = (MessageAccepted) Answers.read(operation, response);
        Message message = exchange.getMessage();
        HeaderMessage.remove(message);
        if (answer != null) {
            message.setHeader(PilotStatusConstants.MESSAGE_ID, answer.id());
            message.setHeader(PilotStatusConstants.CORRELATION_ID, answer.correlationId());
            message.setHeader(PilotStatusConstants.STATUS, answer.status());
        }
        if (resultInBody) {
            message.setBody(answer);
        }
    }
}
