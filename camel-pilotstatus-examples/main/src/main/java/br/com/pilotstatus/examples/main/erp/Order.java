/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.erp;

import java.util.List;

/**
 * An order as the ERP shows it. <code>messageId</code> is the message that told the customer, <code>problem</code> says
 * why a person has to look at the order; both are null while there is none.
 */
public record Order(
        String id,
        String customer,
        String phone,
        String item,
        String total,
        State state,
        String messageId,
        String problem,
        List<Note> notes) {

    /** How far the ERP is with telling the customer. */
    public enum State {
        /** The customer has not been told yet. */
        NEW,
        /** Somebody is telling the customer; nobody else may. */
        SENDING,
        /** Pilot Status accepted the message. */
        NOTIFIED,
        /** A person decides what happens next. */
        ATTENTION
    }

    /** Something written on an order; a second note with the same id is the same note. */
    public record Note(String id, String text) {

        /** Without the text, which a customer may have written. */
        @Override
        public String toString() {
            return "Note[id=" + id + "]";
        }
    }

    static Order entered(String id, String customer, String phone, String item, String total) {
        return new Order(id, customer, phone, item, total, State.NEW, null, null, List.of());
    }

    Order in(State newState) {
        return new Order(id, customer, phone, item, total, newState, messageId, problem, notes);
    }

    Order notifiedBy(String acceptedMessageId) {
        return new Order(id, customer, phone, item, total, State.NOTIFIED, acceptedMessageId, null, notes);
    }

    Order withProblem(String reason) {
        return new Order(id, customer, phone, item, total, State.ATTENTION, messageId, reason, notes);
    }

    Order withNotes(List<Note> newNotes) {
        return new Order(id, customer, phone, item, total, state, messageId, problem, List.copyOf(newNotes));
    }

    /** Without name and phone, which belong in no log. */
    @Override
    public String toString() {
        return "Order[id=" + id + ", state=" + state + ", problem=" + problem + ", notes=" + notes.size() + "]";
    }
}
