/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.api.operation.Lists;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.TemplateReview;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import br.com.pilotstatus.simulator.state.SimulatedTemplate.Category;
import br.com.pilotstatus.simulator.state.TemplateStore;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;

/** {@code /templates} and {@code /templates/{id}}: the templates of the account, by id or name. */
final class TemplateResource {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final World world;
    private final TemplateReview review;

    TemplateResource(World world, TemplateReview review) {
        this.world = world;
        this.review = review;
    }

    /** All templates as the caller's number sees them. */
    ApiAnswer list(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        ArrayNode templates = JsonNodeFactory.instance.arrayNode();
        world.templates().list().forEach(template -> templates.add(TemplateJson.of(template, number)));
        return Lists.answer("templates", templates, world.settings().contract());
    }

    ApiAnswer get(OperationCall call) {
        return ApiAnswer.ok(TemplateJson.of(require(call), call.requireNumber()));
    }

    /** Adds a template; one of a Meta number waits for Meta. */
    ApiAnswer create(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        JsonNode body = call.body();
        if (world.templates().list().size() >= TemplateStore.LIMIT) {
            throw ApiException.invalid("the account has as many templates as the simulator keeps");
        }
        SimulatedTemplate template = new SimulatedTemplate(
                world.ids().next(),
                name(body.get("name").textValue()),
                Category.valueOf(body.path("category").asText(Category.UTILITY.name())),
                TemplateContent.read(body, number),
                body.path("language").asText("pt_BR"),
                number.isMeta() ? "PENDING" : null);
        if (!world.templates().add(template)) {
            throw new ApiException(409, "TEMPLATE_ALREADY_EXISTS", "There is a template of that name");
        }
        review.begin(template);
        return new ApiAnswer(201, TemplateJson.changed(template));
    }

    /** Changes the content; a template that Meta has seen waits for Meta again. */
    ApiAnswer update(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        JsonNode body = call.body();
        SimulatedTemplate old = require(call);
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

    ApiAnswer delete(OperationCall call) {
        SimulatedTemplate template = require(call);
        if (!world.templates().remove(template.name())) {
            throw Refusals.noSuchTemplate();
        }
        return ApiAnswer.ok(
                JsonNodeFactory.instance.objectNode().put("deleted", true).put("id", template.id()));
    }

    private SimulatedTemplate require(OperationCall call) {
        return world.templates().find(call.path("id")).orElseThrow(Refusals::noSuchTemplate);
    }

    private static String name(String wanted) {
        String name = SEPARATORS.matcher(wanted.strip()).replaceAll("_").replaceAll("^_+|_+$", "");
        if (name.isEmpty()) {
            throw ApiException.invalid("name must have letters or digits");
        }
        return name;
    }
}
