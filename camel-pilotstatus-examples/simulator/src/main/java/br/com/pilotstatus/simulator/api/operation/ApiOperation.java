/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** One operation of the API. It is called by many threads at once and must not block. */
@FunctionalInterface
public interface ApiOperation {

    /**
     * Answers a valid call.
     *
     * @throws ApiException to refuse it
     */
    ApiAnswer answer(OperationCall call);

    /** Looks at a JSON object before the schema does, for mistakes that have a code or a clearer text of their own. */
    default void precheck(JsonNode body) {
        // Most operations leave it to the schema.
    }

    /** An operation with a look of its own at the JSON object. */
    static ApiOperation prechecked(Consumer<JsonNode> precheck, ApiOperation operation) {
        return new ApiOperation() {

            @Override
            public ApiAnswer answer(OperationCall call) {
                return operation.answer(call);
            }

            @Override
            public void precheck(JsonNode body) {
                precheck.accept(body);
            }
        };
    }
}
