/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a template as one number sees it. */
final class TemplateJson {

    private TemplateJson() {}

    /** What a change answers. */
    static ObjectNode changed(SimulatedTemplate template) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", template.id())
                .put("name", template.name())
                .put("category", template.category().name())
                .put("metaStatus", template.metaStatus());
    }

    static ObjectNode of(SimulatedTemplate template, SimulatedNumber number) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", template.id())
                .put("name", template.name())
                .put("category", template.category().name());
        json.set("body", template.content());
        template.variables().forEach(json.putArray("variables")::add);
        return json.put("source", template.metaStatus() == null ? "PILOT_STATUS" : "META")
                .put("metaStatus", template.metaStatus())
                .put("metaLanguage", template.metaStatus() == null ? null : template.language())
                .put("sendable", !number.isMeta() || template.isApprovedByMeta());
    }
}
