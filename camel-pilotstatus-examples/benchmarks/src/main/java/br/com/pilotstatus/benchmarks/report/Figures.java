/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What was measured, by name, in the order it was measured in. */
public final class Figures {

    private final Map<String, Double> values = new LinkedHashMap<>();

    public void put(String name, double value) {
        values.put(name, value);
    }

    public void putAll(Figures others) {
        values.putAll(others.values);
    }

    /** Empty when it was not measured. */
    public OptionalDouble get(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public Map<String, Double> all() {
        return Map.copyOf(values);
    }
}
