/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The accepted messages, found by id, correlation id or WhatsApp id. The ledger decides how many are kept. */
public final class MessageStore {

    private final Map<String, SimulatedMessage> byId = new ConcurrentHashMap<>();
    private final Map<String, String> idOf = new ConcurrentHashMap<>();
    private final Signal changed = new Signal();
    private final Ids ids;
    private final Ledger ledger;

    public MessageStore(Ids ids, Ledger ledger) {
        this.ids = ids;
        this.ledger = ledger;
    }

    /** Accepts a message: from here on it has an id and is in the ledger. */
    public SimulatedMessage accept(SimulatedNumber number, SendOrder order, int size, Instant now) {
        String id = ids.next();
        SimulatedMessage message =
                new SimulatedMessage(id, ids.correlationId(id), number.id(), order, Progress.queued(now));
        byId.put(id, message);
        idOf.put(message.correlationId(), id);
        ledger.append(sequence -> new LedgerEntry(
                        sequence,
                        id,
                        message.correlationId(),
                        number.id(),
                        order.type(),
                        order.destination(),
                        order.json(),
                        size,
                        now))
                .forEach(forgotten -> forget(forgotten.id()));
        changed.raise();
        return message;
    }

    /** The message with this id, correlation id or WhatsApp id. */
    public Optional<SimulatedMessage> find(String anyId) {
        SimulatedMessage message = byId.get(anyId);
        if (message == null) {
            String id = idOf.get(anyId);
            message = id == null ? null : byId.get(id);
        }
        return Optional.ofNullable(message);
    }

    /** Changes a message when it is in a state the change applies to; empty when it is not there or not in such a state. */
    public Optional<SimulatedMessage> change(
            String id, Predicate<SimulatedMessage> applies, UnaryOperator<Progress> change) {
        SimulatedMessage[] result = new SimulatedMessage[1];
        byId.computeIfPresent(id, (key, message) -> {
            if (!applies.test(message)) {
                return message;
            }
            result[0] = message.with(change.apply(message.progress()));
            if (result[0].progress().externalMessageId() != null) {
                idOf.put(result[0].progress().externalMessageId(), id);
            }
            return result[0];
        });
        if (result[0] != null) {
            changed.raise();
        }
        return Optional.ofNullable(result[0]);
    }

    /** The messages that are still kept, oldest first. */
    public List<SimulatedMessage> list() {
        return byId.values().stream()
                .sorted(Comparator.comparing(SimulatedMessage::id))
                .toList();
    }

    /** The messages of one number that are still kept, oldest first. */
    public List<SimulatedMessage> of(String numberId) {
        return list().stream()
                .filter(message -> message.numberId().equals(numberId))
                .toList();
    }

    /**
     * Waits until a message has a status.
     *
     * @throws AssertionError when it does not get there in time; its text says how far it came
     */
    public SimulatedMessage awaitStatus(String anyId, MessageStatus status, Duration timeout) {
        return changed.await(() -> find(anyId).filter(m -> m.status() == status), timeout)
                .orElseThrow(() -> new AssertionError("Message " + anyId + " is not " + status + " within "
                        + timeout.toMillis() + " ms; it is "
                        + find(anyId).map(m -> m.status().toString()).orElse("unknown")));
    }

    public void clear() {
        byId.clear();
        idOf.clear();
        ledger.clear();
        changed.raise();
    }

    private void forget(String id) {
        SimulatedMessage message = byId.remove(id);
        if (message != null) {
            idOf.remove(message.correlationId());
            if (message.progress().externalMessageId() != null) {
                idOf.remove(message.progress().externalMessageId());
            }
        }
    }
}
