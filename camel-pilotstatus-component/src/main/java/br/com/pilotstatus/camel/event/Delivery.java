/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import java.util.List;
import java.util.Map;

/**
 * One webhook request as it came over the wire, nothing of it trusted yet: the raw body, and the headers and query
 * parameters, whose names ignore case. Prints nothing of what it holds.
 */
public final class Delivery {

    // A verifier asks for a few of them only, which costs less than to put them all in order.
    private final List<Map.Entry<String, List<String>>> values;
    private final byte[] body;

    /** @param values by names that differ in more than their case */
    public Delivery(Map<String, List<String>> values, byte[] body) {
        this.values = values.entrySet().stream().map(Map.Entry::copyOf).toList();
        this.body = body.clone();
    }

    /** The values of a header or query parameter; empty when there is none of that name. */
    public List<String> values(String name) {
        for (Map.Entry<String, List<String>> value : values) {
            if (value.getKey().equalsIgnoreCase(name)) {
                return value.getValue();
            }
        }
        return List.of();
    }

    /** The exact bytes received. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "Delivery[xxxxxx]";
    }
}
