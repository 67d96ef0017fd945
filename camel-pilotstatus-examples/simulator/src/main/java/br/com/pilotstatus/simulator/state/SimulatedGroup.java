/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A group that a number is in; the number itself is its administrator.
 *
 * @param id id, ending in {@code @g.us}
 * @param numberId the number
 * @param subject its name
 * @param participants the phones of the others, with {@code +}
 */
public record SimulatedGroup(String id, String numberId, String subject, List<String> participants) {

    public SimulatedGroup {
        participants = List.copyOf(participants);
    }

    /** The same with more participants; who is in it already is not added again. */
    public SimulatedGroup plus(Collection<String> phones) {
        Set<String> all = new LinkedHashSet<>(participants);
        all.addAll(phones);
        return new SimulatedGroup(id, numberId, subject, List.copyOf(all));
    }

    /** The same without some participants. */
    public SimulatedGroup minus(Collection<String> phones) {
        return new SimulatedGroup(
                id,
                numberId,
                subject,
                participants.stream().filter(phone -> !phones.contains(phone)).toList());
    }

    @Override
    public String toString() {
        return "SimulatedGroup[id=" + id + ", participants=" + participants.size() + ']';
    }
}
