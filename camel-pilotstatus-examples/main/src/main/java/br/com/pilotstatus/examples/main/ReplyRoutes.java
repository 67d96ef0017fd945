/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.PilotStatusException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * Story 4: a customer writes. A reply becomes a note on the order and is answered; other messages are acknowledged. An event
 * that comes again, since a kill came between, is not answered twice: the journal knows the answer by the event.
 */
public class ReplyRoutes extends RouteBuilder {

    private static final int REMEMBERED_SENDERS = 10_000;

    @Override
    public void configure() {
        // Refused for now: not handled, so Pilot Status brings the event again later. The note is not written twice.
        onException(PilotStatusException.class)
                .onWhen(header(PilotStatusConstants.RETRYABLE).isEqualTo(true))
                .log(LoggingLevel.WARN, "An answer waits for the event to come again: ${exception.message}");

        // Refused for good, or nobody knows: the event is done all the same, because bringing it again would not help
        // and might answer the customer twice.
        onException(PilotStatusException.class)
                .handled(true)
                .log(
                        LoggingLevel.ERROR,
                        "The answer to ${header.CamelPilotStatusEventWhatsappMessageId} failed: ${exception.message}");

        from("direct:reply")
                .routeId("reply")
                .toV("direct:erp-order-of-message", null, "orderId")
                .choice()
                .when(simple("${variable.orderId} == null"))
                .to("direct:inbound-message")
                .otherwise()
                .setVariable("note", simple("Customer: ${body.text}"))
                .to("direct:erp-note")
                .setHeader(PilotStatusConstants.TEXT, simple("{{reply.answer}}"))
                .setHeader(PilotStatusConstants.IDEMPOTENCY_KEY)
                .message(ReplyRoutes::nameOfAnswer)
                .to("pilotstatus:send?to=${header.CamelPilotStatusEventSender}&bodyAs=none");

        // Once for each sender, so that two machines that answer each other fall silent.
        from("direct:inbound-message")
                .routeId("inbound-message")
                .log("Message ${header.CamelPilotStatusEventWhatsappMessageId} belongs to no order")
                .idempotentConsumer(
                        header(PilotStatusConstants.EVENT_SENDER),
                        MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED_SENDERS))
                .setHeader(PilotStatusConstants.TEXT, simple("{{reply.acknowledgement}}"))
                .setHeader(PilotStatusConstants.IDEMPOTENCY_KEY)
                .message(ReplyRoutes::nameOfAnswer)
                .to("pilotstatus:send?to=${header.CamelPilotStatusEventSender}&bodyAs=none");
    }

    private static String nameOfAnswer(Message event) {
        return "answer-" + idOf(event);
    }

    /** WhatsApp's own id of the customer's message, which every form of an event has; that of Pilot Status without it. */
    static String idOf(Message event) {
        String id = event.getHeader(PilotStatusConstants.EVENT_ID, "-", String.class);
        return event.getHeader(PilotStatusConstants.EVENT_WHATSAPP_MESSAGE_ID, id, String.class);
    }
}
