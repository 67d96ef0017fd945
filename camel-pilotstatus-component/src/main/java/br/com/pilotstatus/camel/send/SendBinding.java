/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.PilotStatusCallConfiguration;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.PilotStatusSendConfiguration;
import br.com.pilotstatus.camel.ResultIn;
import br.com.pilotstatus.camel.api.Answer;
import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.ApiResponse;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.RequestFactory;
import br.com.pilotstatus.camel.call.NumberSelection;
import br.com.pilotstatus.camel.call.OperationBinding;
import br.com.pilotstatus.camel.journal.JournalKey;
import br.com.pilotstatus.camel.model.MessageAccepted;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.value.OptionValues;
import br.com.pilotstatus.camel.value.TextValues;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Maps between an exchange and the call that sends a message. */
public final class SendBinding implements OperationBinding {

    private static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private static final List<String> RESULTS =
            List.of(PilotStatusConstants.MESSAGE_ID, PilotStatusConstants.CORRELATION_ID, PilotStatusConstants.STATUS);

    /** What of an answer goes into headers. */
    record Receipt(String id, String correlationId, String status) {

        private static final Answer ANSWER = Answer.of(Receipt.class);

        static Receipt of(MessageAccepted answer) {
            return new Receipt(answer.id(), answer.correlationId(), answer.status());
        }
    }

    private final Operation operation;
    private final OptionValues options;
    private final EndpointMessage endpointMessage;
    private final NumberSelection number;
    private final MessageComposer composer;
    private final RequestFactory requests;
    private final int maxMediaSize;
    private final boolean resultInBody;

    /** Compiles what the options of an endpoint say of its messages. */
    public SendBinding(
            CamelContext context,
            PilotStatusConfiguration connection,
            PilotStatusSendConfiguration send,
            PilotStatusCallConfiguration call,
            Operation operation,
            RequestFactory requests) {
        this.operation = operation;
        this.options = new OptionValues(context).add(IDEMPOTENCY_KEY, send.getIdempotencyKey());
        this.endpointMessage = new EndpointMessage(context, send);
        this.number = new NumberSelection(context, connection);
        this.requests = requests;
        this.composer = new MessageComposer(connection.getDefaultRegion(), send);
        this.maxMediaSize = encoded(send.getMaxMediaSize());
        this.resultInBody = call.getResult() == ResultIn.BODY;
    }

    /** Characters of base64, and of the head of a data URI, that so many bytes make. */
    private static int encoded(int bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / 3 * 4L + 1024);
    }

    @Override
    public ApiRequest request(Exchange exchange) {
        SendMessage message = composer.compose(
                exchange, endpointMessage.evaluate(exchange), HeaderMessage.read(exchange.getMessage()));
        int mediaSize = message.media() == null
                ? 0
                : Math.min(message.media().toString().length(), maxMediaSize);
        return requests.message(operation, message, mediaSize, number.of(exchange));
    }

    /** The name that the send has in the journal; null when it is not to be journaled. */
    public JournalKey journalKey(Exchange exchange, ApiRequest request) {
        String key = options.has(IDEMPOTENCY_KEY)
                ? options.text(IDEMPOTENCY_KEY, exchange)
                : TextValues.text(
                        PilotStatusConstants.IDEMPOTENCY_KEY,
                        exchange.getMessage().getHeader(PilotStatusConstants.IDEMPOTENCY_KEY),
                        exchange);
        return key == null ? null : JournalKey.of(request, key);
    }

    @Override
    public void accepted(Exchange exchange, ApiResponse response) {
        if (resultInBody) {
            accepted(exchange.getMessage(), (MessageAccepted) Answers.read(operation, response));
        } else {
            write(exchange.getMessage(), (Receipt) Answers.read(operation, response, Receipt.ANSWER));
        }
    }

    /** Puts into the exchange what the journal knows of a send that was made before. */
    public void duplicate(Exchange exchange, String messageId) {
        String id = messageId.isEmpty() ? null : messageId;
        accepted(exchange.getMessage(), new MessageAccepted(id, null, null, null, null, null, null));
    }

    /** Leaves the message as it was, so that the route can send it again, without what an earlier send came to. */
    public void failed(Exchange exchange) {
        RESULTS.forEach(exchange.getMessage()::removeHeader);
    }

    private void accepted(Message message, MessageAccepted answer) {
        write(message, answer == null ? null : Receipt.of(answer));
        if (resultInBody) {
            message.setBody(answer);
        }
    }

    private static void write(Message message, Receipt receipt) {
        HeaderMessage.remove(message);
        setOrRemove(message, PilotStatusConstants.MESSAGE_ID, receipt == null ? null : receipt.id());
        setOrRemove(message, PilotStatusConstants.CORRELATION_ID, receipt == null ? null : receipt.correlationId());
        setOrRemove(message, PilotStatusConstants.STATUS, receipt == null ? null : receipt.status());
    }

    /** What an earlier send of the route left must not pass for this one's. */
    private static void setOrRemove(Message message, String header, String value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }
}
