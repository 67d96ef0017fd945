/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.fault;

import br.com.pilotstatus.simulator.state.Destination;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The fault rules in force. A request is held against them in the order they were added; the first that strikes decides,
 * and later ones do not count that request.
 */
public final class Faults {

    private final Map<Long, ArmedRule> rules = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Set<String> operations;

    /** For an API with these operation ids. */
    public Faults(Set<String> operations) {
        this.operations = Set.copyOf(operations);
    }

    /**
     * Puts a rule in force.
     *
     * @return its id
     * @throws IllegalArgumentException when it names an operation the API does not have
     */
    public long add(FaultRule rule) {
        if (rule.operation() != null && !operations.contains(rule.operation())) {
            throw new IllegalArgumentException("The API has no operation " + rule.operation());
        }
        long id = ids.incrementAndGet();
        rules.put(id, new ArmedRule(id, rule));
        return id;
    }

    /** The rules in force, used-up ones included. */
    public List<ArmedRule> list() {
        return List.copyOf(rules.values());
    }

    /** Takes a rule out of force; false when there is none of that id. */
    public boolean remove(long id) {
        return rules.remove(id) != null;
    }

    public void clear() {
        rules.clear();
    }

    /** The fault that strikes this request, if one does. */
    public Optional<Fault> strike(String operationId, Optional<Destination> destination) {
        for (ArmedRule armed : rules.values()) {
            if (armed.rule().covers(operationId, destination) && armed.strikes()) {
                return Optional.of(armed.rule().fault());
            }
        }
        return Optional.empty();
    }
}
