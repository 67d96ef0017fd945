/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.ResultIn;
import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.JsonRecord;
import br.com.pilotstatus.camel.value.JsonValues;
import br.com.pilotstatus.camel.value.ListValues;
import br.com.pilotstatus.camel.value.TextValues;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Maps between an exchange and a call of a path that the table does not have. */
public final class RequestBinding implements OperationBinding {

    private final Operation operation;
    private final String path;
    private final CallParameters parameters;
    private final NumberSelection number;
    private final RequestFactory requests;
    private final boolean resultInBody;

    public RequestBinding(
            CamelContext context,
            Operation operation,
            PilotStatusConfiguration connection,
            PilotStatusCallConfiguration call,
            RequestFactory requests) {
        this.operation = operation;
        this.path = call.getRequestPath();
        // Which of its parameters are phone numbers, nobody knows.
        this.parameters = new CallParameters(context, call, null, operation);
        this.number = new NumberSelection(context, connection);
        this.requests = requests;
        this.resultInBody = call.getResult() != ResultIn.HEADERS;
    }

    @Override
    public ApiRequest request(Exchange exchange) {
        Object body = operation.reads() ? null : json(exchange);
        return requests.request(operation, path, parameters.values(exchange), body, number.of(exchange));
    }

    @Override
    public void accepted(Exchange exchange, ApiResponse response) {
        Object answer = Answers.read(operation, response);
        Message message = exchange.getMessage();
        message.removeHeader(PilotStatusConstants.PARAMS);
        message.removeHeader(PilotStatusConstants.WHATSAPP_NUMBER_ID);
        if (resultInBody) {
            message.setBody(answer);
        }
    }

    private static Object json(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Map || ListValues.is(body) || body instanceof JsonNode || body instanceof JsonRecord) {
            return JsonValues.of("body", body, exchange);
        }
        String text = TextValues.text("body", body, exchange);
        return text == null || text.isBlank() ? null : parse(text);
    }

    private static JsonNode parse(String body) {
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            // Without the cause, whose text may quote the body.
            throw new PilotStatusValidationException(
                    ErrorCode.BODY_NOT_JSON, "body", "is no valid JSON, or nested too deeply");
        }
    }
}
