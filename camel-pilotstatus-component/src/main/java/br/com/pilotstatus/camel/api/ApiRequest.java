/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import java.util.Map;

/**
 * One call, ready to be sent.
 *
 * @param operation which call
 * @param uri       path and query below the base URL, encoded
 * @param headers   the credentials; never printed
 * @param body      JSON, or null
 */
public record ApiRequest(Operation operation, String uri, Map<String, String> headers, byte[] body) {

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    /** The key it is sent with, or its id; empty when it needs none. */
    public String key() {
        return headers.getOrDefault(ApiKeys.KEY_HEADER, headers.getOrDefault(ApiKeys.KEY_ID_HEADER, ""));
    }

    /** What stands for the number that it acts for: the number's id, or else the key. */
    public String sender() {
        return headers.getOrDefault(ApiKeys.NUMBER_HEADER, key());
    }

    /** The number that it names to act for; null when the key does. */
    public String numberId() {
        return headers.get(ApiKeys.NUMBER_HEADER);
    }

    @Override
    public String toString() {
        return "ApiRequest[" + operation.operationName() + "]";
    }
}
