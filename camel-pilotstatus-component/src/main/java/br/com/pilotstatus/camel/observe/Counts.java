/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts by the constants of an enum. Any number of threads may add at once. */
public final class Counts<E extends Enum<E>> {

    private final Map<E, LongAdder> counters;

    public Counts(Class<E> type) {
        counters = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counters.put(constant, new LongAdder());
        }
    }

    public void add(E constant) {
        counters.get(constant).increment();
    }

    public long of(E constant) {
        return counters.get(constant).sum();
    }
}
