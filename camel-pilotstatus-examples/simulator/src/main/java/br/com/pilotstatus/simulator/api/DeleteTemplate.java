/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

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
        SimulatedTemplate template = world.templates().find(call.path("id")).orElseThrow(GetTemplate::notFound);
        if (!world.templates().remove(template.name())) {
            throw GetTemplate.notFound();
        }
        return ApiAnswer.ok(
                JsonNodeFactory.instance.objectNode().put("deleted", true).put("id", template.id()));
    }
}
