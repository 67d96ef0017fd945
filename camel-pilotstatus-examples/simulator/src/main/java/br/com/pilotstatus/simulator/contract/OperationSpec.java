/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * One operation of the OpenAPI document.
 *
 * @param id its operation id
 * @param method HTTP method in capitals
 * @param path path with {@code {parameters}}, without the base
 * @param scope which keys it takes
 * @param requestSchema schema of the JSON body, null when it takes none
 * @param bodyRequired false when the body may be left out
 * @param statuses the response statuses it names, such as {@code 202} and {@code 2XX}
 */
public record OperationSpec(
        String id,
        String method,
        String path,
        RequiredKey scope,
        JsonNode requestSchema,
        boolean bodyRequired,
        Set<String> statuses) {

    public boolean names(int status) {
        return statuses.contains(Integer.toString(status));
    }
}
