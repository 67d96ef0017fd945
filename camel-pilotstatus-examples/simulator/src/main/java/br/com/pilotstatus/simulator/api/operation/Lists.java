/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.settings.ContractSettings;
import br.com.pilotstatus.simulator.settings.ContractSettings.Container;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Answers lists whose container the documentation does not show, in the shape that is set. */
public final class Lists {

    private Lists() {}

    public static ApiAnswer answer(String field, ArrayNode items, ContractSettings settings) {
        return ApiAnswer.ok(
                settings.container() == Container.ARRAY
                        ? items
                        : JsonNodeFactory.instance.objectNode().set(field, items));
    }
}
