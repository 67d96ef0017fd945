/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.templates;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.life.TemplateReview;
import br.com.pilotstatus.simulator.state.World;
import java.util.Map;

/** What the API offers for templates. */
public final class TemplateOperations {

    private TemplateOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world) {
        TemplateResource templates = new TemplateResource(world, new TemplateReview(world));
        return Map.of(
                "listTemplates", templates::list,
                "getTemplate", templates::get,
                "createTemplate", templates::create,
                "updateTemplate", templates::update,
                "deleteTemplate", templates::delete);
    }
}
