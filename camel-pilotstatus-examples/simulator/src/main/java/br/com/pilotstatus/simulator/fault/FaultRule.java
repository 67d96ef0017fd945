/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import br.com.pilotstatus.simulator.state.Destination;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * When a fault strikes. Without a schedule it strikes every request in its scope.
 *
 * @param operation operation id of the OpenAPI document, such as {@code sendMessage}; null for every operation
 * @param recipient phone (with or without {@code +}), group or newsletter a send must go to; null for any
 * @param next only the next so many requests in scope; null for no such limit
 * @param every only every so-manieth request in scope, the first strike being that one; null for no such rhythm
 * @param fault what goes wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultRule(String operation, String recipient, Integer next, Integer every, Fault fault) {

    public FaultRule {
        if (fault == null) {
            throw new IllegalArgumentException("A rule needs a fault");
        }
        if (next != null && every != null) {
            throw new IllegalArgumentException("next and every exclude each other");
        }
        if ((next != null && next < 1) || (every != null && every < 1)) {
            throw new IllegalArgumentException("next and every must be at least 1");
        }
    }

    /** Strikes every request in scope. */
    public static FaultRule always(Fault fault) {
        return new FaultRule(null, null, null, null, fault);
    }

    /** Strikes the next {@code count} requests in scope, then never again. */
    public static FaultRule next(int count, Fault fault) {
        return new FaultRule(null, null, count, null, fault);
    }

    /** Strikes every {@code nth} request in scope, the {@code nth} one first. */
    public static FaultRule every(int nth, Fault fault) {
        return new FaultRule(null, null, null, nth, fault);
    }

    /** Narrows the scope to one operation, by its operation id. */
    public FaultRule on(String operationId) {
        return new FaultRule(operationId, recipient, next, every, fault);
    }

    /** Narrows the scope to sends to one recipient. */
    public FaultRule to(String onlyRecipient) {
        return new FaultRule(operation, onlyRecipient, next, every, fault);
    }

    boolean covers(String operationId, Optional<Destination> destination) {
        return (operation == null || operation.equals(operationId))
                && (recipient == null
                        || destination.filter(d -> d.is(recipient)).isPresent());
    }

    // The recipient may be a phone.
    @Override
    public String toString() {
        return "FaultRule[operation=" + operation + ", next=" + next + ", every=" + every + ", fault="
                + fault.getClass().getSimpleName() + ']';
    }
}
