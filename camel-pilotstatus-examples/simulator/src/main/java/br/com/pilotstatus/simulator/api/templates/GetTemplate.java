/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;

/** {@code GET /templates/{id}}: one template by id or name. */
final class GetTemplate implements ApiOperation {

    private final World world;

    GetTemplate(World world) {
        this.world = world;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedNumber number = call.requireNumber();
        return world.templates()
                .find(call.path("id"))
                .map(template -> ApiAnswer.ok(TemplateJson.of(template, number)))
                .orElseThrow(Refusals::noSuchTemplate);
    }
}
