/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.ApiKey;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A call that is authenticated, in scope and valid by the document.
 *
 * @param key the caller's key, null for operations that take none
 * @param number the number it is about; empty for a tenant key that named none
 * @param pathParameters path parameters by name, decoded
 * @param query gives a query parameter by name, or null
 * @param body the JSON body, null when the operation takes none
 * @param size size of the body in bytes
 */
public record OperationCall(
        ApiKey key,
        Optional<SimulatedNumber> number,
        Map<String, String> pathParameters,
        UnaryOperator<String> query,
        JsonNode body,
        int size) {

    /** The number of a call to an operation that always has one. */
    public SimulatedNumber requireNumber() {
        return number.orElseThrow(
                () -> new ApiException(400, "NUMBER_REQUIRED", "A tenant key must name the number it is about"));
    }

    public String path(String name) {
        return pathParameters.get(name);
    }
}
