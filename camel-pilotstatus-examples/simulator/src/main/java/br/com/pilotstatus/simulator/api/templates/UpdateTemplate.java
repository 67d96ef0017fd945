/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.TemplateReview;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;

/** {@code PUT /templates/{id}}: other content; a template that Meta has seen waits for Meta again. */
final class UpdateTemplate implements ApiOperation {

    private final World world;
    private final TemplateReview review;

    UpdateTemplate(World world, TemplateReview review) {
        this.world = world;
        this.review = review;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedNumber number = call.requireNumber();
        JsonNode body = call.body();
        SimulatedTemplate old = world.templates().find(call.path("id")).orElseThrow(Refusals::noSuchTemplate);
        if (body.has("category")
                && !old.category().name().equals(body.get("category").textValue())) {
            throw ApiException.invalid("category cannot be changed");
        }
        SimulatedTemplate changed = new SimulatedTemplate(
                old.id(),
                old.name(),
                old.category(),
                TemplateContent.read(body, number),
                body.path("language").asText(old.language()),
                number.isMeta() || old.metaStatus() != null ? "PENDING" : null);
        if (!world.templates().replace(old, changed)) {
            throw Refusals.noSuchTemplate();
        }
        review.begin(changed);
        return ApiAnswer.ok(TemplateJson.changed(changed));
    }
}
