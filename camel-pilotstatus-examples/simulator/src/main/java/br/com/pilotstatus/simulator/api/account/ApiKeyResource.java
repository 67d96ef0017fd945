/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.account;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.ApiKey;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /api-keys}: the keys of the numbers, and new ones in their place. A new key is shown once. */
final class ApiKeyResource {

    private final World world;

    ApiKeyResource(World world) {
        this.world = world;
    }

    ApiAnswer list(OperationCall call) {
        ArrayNode keys = JsonNodeFactory.instance.arrayNode();
        for (SimulatedNumber number : world.account().numbers()) {
            ApiKey key = number.key();
            keys.addObject()
                    .put("numberId", number.id())
                    .put("number", number.number())
                    .put("displayName", number.name())
                    .put("keyId", key.id())
                    .put("keyLast4", key.last4())
                    .put("key", key.revealable() ? key.value() : null)
                    .put("revealable", key.revealable());
        }
        return ApiAnswer.ok(keys);
    }

    ApiAnswer regenerate(OperationCall call) {
        String numberId = call.body().get("whatsappNumberId").textValue();
        SimulatedNumber number = world.account().number(numberId).orElseThrow(Refusals::noSuchNumber);
        return rotated(number.key());
    }

    ApiAnswer rotate(OperationCall call) {
        return rotated(call.key());
    }

    private ApiAnswer rotated(ApiKey old) {
        ApiKey key = world.account().rotate(old);
        String name = key.isTenantScoped()
                ? "Account"
                : world.account()
                        .number(key.numberId())
                        .map(SimulatedNumber::name)
                        .orElseThrow(Refusals::noSuchNumber);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", key.id())
                .put("name", name)
                .put("key", key.value())
                .put("keyPrefix", key.prefix())
                .put("keyLast4", key.last4())
                .put("scope", key.isTenantScoped() ? "tenant" : "number")
                .put("whatsappNumberId", key.numberId())
                .put("createdAt", Timestamps.format(world.clock().now()));
        return new ApiAnswer(201, json);
    }
}
