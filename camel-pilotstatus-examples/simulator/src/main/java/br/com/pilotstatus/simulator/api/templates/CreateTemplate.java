/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.TemplateReview;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import br.com.pilotstatus.simulator.state.SimulatedTemplate.Category;
import br.com.pilotstatus.simulator.state.TemplateStore;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** {@code POST /templates}: a new template; one of a Meta number waits for Meta. */
final class CreateTemplate implements ApiOperation {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final World world;
    private final TemplateReview review;

    CreateTemplate(World world, TemplateReview review) {
        this.world = world;
        this.review = review;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
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

    private static String name(String wanted) {
        String name = SEPARATORS.matcher(wanted.strip()).replaceAll("_").replaceAll("^_+|_+$", "");
        if (name.isEmpty()) {
            throw ApiException.invalid("name must have letters or digits");
        }
        return name;
    }
}
