/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.SendOrder;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import br.com.pilotstatus.simulator.state.SimulatedTemplate.Category;
import br.com.pilotstatus.simulator.state.TemplateStore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads a valid send request: which template, with all its variables, to whom and when. */
final class OrderReader {

    private final TemplateStore templates;

    OrderReader(TemplateStore templates) {
        this.templates = templates;
    }

    SendOrder read(JsonNode request) {
        Instant deliverAt = time(request, "deliverAt");
        Instant deliverUntil = time(request, "deliverUntil");
        if (deliverAt != null && deliverUntil != null && !deliverUntil.isAfter(deliverAt)) {
            throw ApiException.invalid("deliverUntil must be after deliverAt");
        }
        SimulatedTemplate template = request.has("templateId") ? template(request) : null;
        return new SendOrder(
                Destination.of(request).orElseThrow(() -> ApiException.invalid("a destination is missing")),
                type(request, template),
                template,
                content(request, template),
                deliverAt,
                deliverUntil,
                request);
    }

    private SimulatedTemplate template(JsonNode request) {
        SimulatedTemplate template =
                templates.find(request.get("templateId").textValue()).orElseThrow(Refusals::noSuchTemplate);
        if (request.has("marketingOptions") && template.category() != Category.MARKETING) {
            throw ApiException.invalid("marketingOptions are for MARKETING templates only");
        }
        JsonNode variables = request.path("variables");
        ArrayNode missing = JsonNodeFactory.instance.arrayNode();
        template.variables().stream().filter(name -> !variables.has(name)).forEach(missing::add);
        if (!missing.isEmpty()) {
            ObjectNode details = JsonNodeFactory.instance.objectNode();
            details.set("missingKeys", missing);
            throw new ApiException(400, "MISSING_TEMPLATE_VARIABLES", "Template variables are missing", details);
        }
        return template;
    }

    private static String type(JsonNode request, SimulatedTemplate template) {
        if (template != null) {
            return "template";
        }
        return request.has("media") ? request.get("mediaType").textValue() : "text";
    }

    private static String content(JsonNode request, SimulatedTemplate template) {
        if (template != null) {
            return template.render(name -> request.get("variables").get(name).textValue());
        }
        return request.has("text")
                ? request.get("text").textValue()
                : request.path("caption").asText("");
    }

    private static Instant time(JsonNode request, String field) {
        return request.has(field)
                ? OffsetDateTime.parse(request.get(field).textValue()).toInstant()
                : null;
    }
}
