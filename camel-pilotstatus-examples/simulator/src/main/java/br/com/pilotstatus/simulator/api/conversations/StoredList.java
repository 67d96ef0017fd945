/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Paging;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.World;

/** A list of what is stored of messages. An account that only relays them stores nothing, and its list says so. */
final class StoredList implements ApiOperation {

    private static final String RELAY_ONLY = "PII_RELAY_ONLY";

    private final World world;
    private final String field;
    private final ApiOperation list;

    /**
     * @param field the field of the answer that holds the list
     * @param list the list of an account that stores messages
     */
    StoredList(World world, String field, ApiOperation list) {
        this.world = world;
        this.field = field;
        this.list = list;
    }

    @Override
    public ApiAnswer answer(OperationCall call) {
        ApiAnswer stored = list.answer(call);
        if (!world.settings().contract().relayOnly()) {
            return stored;
        }
        return Paging.of(call.query()).nothing(field, RELAY_ONLY);
    }
}
