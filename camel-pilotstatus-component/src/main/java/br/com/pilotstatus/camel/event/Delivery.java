/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One webhook request as it came over the wire, nothing of it trusted yet: the raw body, and the headers and query
 * parameters, whose names ignore case. Prints nothing of what it holds.
 */
public final class Delivery {

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    public Delivery(Map<String, List<String>> values, byte[] body) {
        this.values.putAll(values);
        this.body = body.clone();
    }

    /** The values of a header or query parameter; empty when there is none of that name. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
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
