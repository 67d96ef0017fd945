/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import br.com.pilotstatus.examples.main.erp.Order;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.MessageStatus;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** One customer's day: her order, her reply, an invoice by e-mail, and the parcel's departure from a queue. */
final class Stories {

    private static final String ORDER = "1042";
    private static final String CUSTOMER = "Marina";
    private static final String PHONE = "+5511977770000";
    private static final String REPLY = "Thank you! Could you send me the invoice, please?";
    private static final String INVOICE = "invoice-1042.pdf";

    private final Systems systems;
    private final Transcript transcript;
    private final Witness witness;
    private final long begun = System.nanoTime();

    Stories(Systems systems, Transcript transcript, Duration patience) {
        this.systems = systems;
        this.transcript = transcript;
        this.witness = new Witness(systems, patience);
    }

    /** Plays them one after the other, each to its end. */
    void play() throws DidNotHappenException, MessagingException {
        LedgerEntry template = order();
        reply(template);
        invoice();
        departure();
        verdict();
    }

    private LedgerEntry order() throws DidNotHappenException {
        systems.orders().enter(ORDER, CUSTOMER, PHONE, "Reading lamp", "R$ 189,90");
        transcript.in("ERP", "new order 1042: " + CUSTOMER + " bought a reading lamp for R$ 189,90");
        LedgerEntry sent = witness.accepted(1, "the message about order 1042");
        transcript.out("template " + sent.request().path("templateId").asText() + described(sent));
        ticks(sent, "the message about order 1042");
        witness.until(
                "the ERP knows that the customer of order 1042 was told",
                () -> sent.id().equals(witness.order(ORDER).messageId()));
        return sent;
    }

    private void reply(LedgerEntry template) throws DidNotHappenException {
        systems.pilotStatus().inbound(systems.number().id()).reply(template.id(), REPLY);
        transcript.in("WhatsApp", CUSTOMER + " replies: \"" + REPLY + "\"");
        witness.until(
                "the reply is a note on order 1042",
                () -> !witness.order(ORDER).notes().isEmpty());
        transcript.effect(
                "note on order 1042: \"" + witness.order(ORDER).notes().get(0).text() + "\"");
        LedgerEntry answer = witness.accepted(2, "the answer to the reply");
        transcript.out("text \"" + text(answer, "text") + "\"" + described(answer));
        ticks(answer, "the answer to the reply");
    }

    private void invoice() throws DidNotHappenException, MessagingException {
        byte[] pdf = Invoice.pdf(List.of("Invoice 1042", "1 reading lamp", "Total R$ 189,90", "Paid. Thank you!"));
        systems.mail().deliver("[" + PHONE + "] Your invoice, " + CUSTOMER, "See the attachment.", INVOICE, pdf);
        transcript.in("E-mail", "\"Your invoice, " + CUSTOMER + "\", with " + INVOICE + " (" + pdf.length + " bytes)");
        LedgerEntry sent = witness.accepted(3, "the document of the e-mail");
        transcript.out("document " + text(sent, "fileName") + described(sent));
        witness.require(
                text(sent, "media").endsWith("," + Base64.getEncoder().encodeToString(pdf)),
                "the document is not the attachment of the e-mail");
        ticks(sent, "the document of the e-mail");
        witness.until("the e-mail is in its folder", () -> systems.mail().count("Sent-to-WhatsApp") == 1);
    }

    private void departure() throws DidNotHappenException {
        systems.broker().put("whatsapp", """
                {"destinationNumber": "%s", "text": "Your lamp is on its way, %s. It arrives tomorrow."}""".formatted(PHONE, CUSTOMER));
        transcript.in("Queue", "one message in the queue \"whatsapp\", from the shipping department");
        LedgerEntry sent = witness.accepted(4, "the queue message");
        transcript.out("text \"" + text(sent, "text") + "\"" + described(sent));
        ticks(sent, "the queue message");
        witness.until("the queue is empty", () -> systems.broker().depth("whatsapp") == 0);
    }

    private void verdict() throws DidNotHappenException {
        Order order = witness.order(ORDER);
        witness.require(systems.pilotStatus().ledger().count() == 4, "Pilot Status accepted a message too many");
        witness.require(order.state() == Order.State.NOTIFIED, "order 1042 is not marked as notified");
        witness.require(order.notes().size() == 1, "order 1042 has more than one note");
        witness.require(systems.mail().count("INBOX") == 0, "the mailbox is not empty");
        witness.require(systems.broker().depth(Broker.DEAD_LETTERS) == 0, "there are dead letters");
        transcript.success(String.format(
                "4 messages accepted once each, delivered and read; 1 reply noted and answered; "
                        + "nothing left in mailbox and queue. %.1f seconds",
                (System.nanoTime() - begun) / 1e9));
    }

    private void ticks(LedgerEntry sent, String what) throws DidNotHappenException {
        witness.require(sent.destination().is(PHONE), what + " went to somebody else");
        for (MessageStatus status : List.of(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ)) {
            witness.reached(sent, status, what);
            transcript.tick(status.name());
        }
        witness.reported(sent, MessageStatus.READ, what);
    }

    private static String described(LedgerEntry sent) {
        return " to " + Transcript.masked(sent.destination().value()) + ", id " + sent.id();
    }

    private static String text(LedgerEntry sent, String field) {
        JsonNode value = sent.request().path(field);
        return value.asText();
    }
}
