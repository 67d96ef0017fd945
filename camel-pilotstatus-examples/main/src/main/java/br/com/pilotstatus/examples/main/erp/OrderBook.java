/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.erp;

import br.com.pilotstatus.examples.main.erp.Order.Note;
import br.com.pilotstatus.examples.main.erp.Order.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The orders of the ERP and the messages that it heard of, in memory. Every change is one step, seen whole or not at all. */
public final class OrderBook {

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, MessageStatus> messages = new LinkedHashMap<>();

    /** Enters an order whose customer is to be told of it. */
    public synchronized Order enter(String id, String customer, String phone, String item, String total) {
        Order order = Order.entered(id, customer, phone, item, total);
        orders.put(id, order);
        return order;
    }

    public synchronized List<Order> all() {
        return List.copyOf(orders.values());
    }

    public synchronized List<Order> in(State state) {
        return orders.values().stream().filter(order -> order.state() == state).toList();
    }

    public synchronized Optional<Order> byId(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** The order whose customer was told of it by this message. */
    public synchronized Optional<Order> byMessage(String messageId) {
        return orders.values().stream()
                .filter(order -> messageId.equals(order.messageId()))
                .findFirst();
    }

    /** Gives the order to one caller; empty when it is not new, because somebody else has it or had it. */
    public synchronized Optional<Order> claim(String id) {
        return byId(id).filter(order -> order.state() == State.NEW).map(order -> put(order.in(State.SENDING)));
    }

    /** Changes an order; empty when there is none of this id. */
    synchronized Optional<Order> change(String id, UnaryOperator<Order> change) {
        return byId(id).map(order -> put(change.apply(order)));
    }

    /** Writes a note on an order, once however often it is sent. */
    synchronized Optional<Order> note(String id, Note note) {
        return change(id, order -> {
            if (order.notes().stream().anyMatch(written -> written.id().equals(note.id()))) {
                return order;
            }
            List<Note> notes = new ArrayList<>(order.notes());
            notes.add(note);
            return order.withNotes(notes);
        });
    }

    /** Keeps the latest status of a message, which need not be one about an order. */
    synchronized MessageStatus report(MessageStatus status) {
        return messages.merge(status.messageId(), status, (old, late) -> late.rank() > old.rank() ? late : old);
    }

    public synchronized List<MessageStatus> messages() {
        return List.copyOf(messages.values());
    }

    public synchronized Optional<MessageStatus> message(String messageId) {
        return Optional.ofNullable(messages.get(messageId));
    }

    private Order put(Order order) {
        orders.put(order.id(), order);
        return order;
    }
}
