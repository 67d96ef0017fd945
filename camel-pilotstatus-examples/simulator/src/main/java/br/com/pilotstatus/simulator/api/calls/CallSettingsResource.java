/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.calls;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /calls/settings}: how a number takes calls. What is sent replaces what was there, field by field. */
final class CallSettingsResource {

    private static final List<String> FIELDS =
            List.of("status", "call_icon_visibility", "callback_permission_status", "call_hours", "voicemail");

    private final World world;

    CallSettingsResource(World world) {
        this.world = world;
    }

    ApiAnswer get(OperationCall call) {
        return ApiAnswer.ok(world.calls().settings(call.requireNumber().id()));
    }

    ApiAnswer update(OperationCall call) {
        JsonNode body = call.body();
        if (body.has("sip")) {
            throw ApiException.invalid("sip cannot be set");
        }
        String numberId = call.requireNumber().id();
        ObjectNode changed = world.calls().settings(numberId).deepCopy();
        FIELDS.stream().filter(body::has).forEach(field -> changed.set(field, body.get(field)));
        world.calls().settings(numberId, changed);
        return ApiAnswer.ok(JsonNodeFactory.instance.objectNode().put("success", true));
    }
}
