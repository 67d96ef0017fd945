/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.client;

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

    @Override
    public String toString() {
        return "ApiRequest[" + operation.operationName() + "]";
    }
}
