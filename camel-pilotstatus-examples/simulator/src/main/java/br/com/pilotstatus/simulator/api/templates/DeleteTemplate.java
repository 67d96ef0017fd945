/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code DELETE /templates/{id}}: removes a template by id or name. */
final class DeleteTemplate implements ApiOperation {

    private final World world;

    DeleteTemplate(World world) {
        this.world = world;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedTemplate template = world.templates().find(call.path("id")).orElseThrow(Refusals::noSuchTemplate);
        if (!world.templates().remove(template.name())) {
            throw Refusals.noSuchTemplate();
        }
        return ApiAnswer.ok(
                JsonNodeFactory.instance.objectNode().put("deleted", true).put("id", template.id()));
    }
}
