/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One webhook request as it came over the wire, nothing of it trusted yet: the raw body, the headers, and the parameters of
 * the query, which are told apart. Names ignore case. Prints nothing of what it holds.
 */
public final class Delivery {

    private final Map<String, List<String>> headers;
    private final Map<String, List<String>> parameters;
    private final byte[] body;

    /**
     * @param headers    by their names
     * @param parameters of the query, decoded, by their names
     * @param body       the exact bytes received
     */
    public Delivery(Map<String, List<String>> headers, Map<String, List<String>> parameters, byte[] body) {
        this.headers = byName(headers);
        this.parameters = byName(parameters);
        this.body = body.clone();
    }

    private static Map<String, List<String>> byName(Map<String, List<String>> values) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, some) -> byName.put(name, List.copyOf(some)));
        return byName;
    }

    /** The values of a header, one for each line; empty when there is none of that name. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The values of a parameter of the query; empty when there is none of that name. */
    public List<String> parameters(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The exact bytes received; none while only the head of the request is looked at. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "Delivery[xxxxxx]";
    }
}
