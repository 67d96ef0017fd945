/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.Lists;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code GET /templates}: all templates of the account as the caller's number sees them. */
final class ListTemplates implements ApiOperation {

    private final World world;

    ListTemplates(World world) {
        this.world = world;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedNumber number = call.requireNumber();
        ArrayNode templates = JsonNodeFactory.instance.arrayNode();
        world.templates().list().forEach(template -> templates.add(TemplateJson.of(template, number)));
        return Lists.answer("templates", templates, world.settings().contract());
    }
}
