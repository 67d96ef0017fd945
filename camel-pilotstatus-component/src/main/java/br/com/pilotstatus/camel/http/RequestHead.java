/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;

/**
 * What comes before the body of a request, as it was sent: what is a header and what stands in the query are told apart.
 * Names ignore case. Prints nothing of what it holds.
 */
public final class RequestHead {

    private final String method;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param method  as sent
     * @param headers each line, in order
     * @param query   as it stands in the address, encoded; null when there is none
     */
    public RequestHead(String method, Iterable<? extends Map.Entry<String, String>> headers, String query) {
        this.method = method;
        for (Map.Entry<String, String> header : headers) {
            add(this.headers, header.getKey(), header.getValue());
        }
        if (query != null) {
            for (NameValuePair parameter : WWWFormCodec.parse(query, UTF_8)) {
                // One without a value has nothing to say.
                if (parameter.getValue() != null) {
                    add(parameters, parameter.getName(), parameter.getValue());
                }
            }
        }
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
    }

    public String method() {
        return method;
    }

    /** The values of a header, one for each line; empty when there is none of that name. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The values of a parameter of the query, decoded; empty when there is none of that name, or none with a value. */
    public List<String> parameters(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** All headers. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** All parameters of the query, decoded. */
    public Map<String, List<String>> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return "RequestHead[xxxxxx]";
    }
}
