/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.account;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /branding}: how the pages of the account look. Null clears a field, what is absent stays. */
final class BrandingResource {

    private static final List<String> FIELDS = List.of(
            "logoUrl",
            "primaryColor",
            "backgroundColor",
            "companyName",
            "subtitle",
            "supportUrl",
            "defaultRedirectUrl",
            "hidePilotStatusBranding");

    private final World world;

    BrandingResource(World world) {
        this.world = world;
    }

    ApiAnswer get(OperationCall call) {
        return envelope(world.administration().branding().get());
    }

    ApiAnswer update(OperationCall call) {
        return envelope(world.administration().branding().updateAndGet(old -> merged(old, call.body())));
    }

    private static JsonNode merged(JsonNode old, JsonNode patch) {
        ObjectNode merged = old.deepCopy();
        for (String field : FIELDS) {
            if (patch.path(field).isNull()) {
                merged.remove(field);
            } else if (patch.has(field)) {
                merged.set(field, patch.get(field));
            }
        }
        return merged;
    }

    private static ApiAnswer envelope(JsonNode branding) {
        return ApiAnswer.ok(JsonNodeFactory.instance.objectNode().set("branding", branding));
    }
}
