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
        TemplateReview review = new TemplateReview(world);
        return Map.of(
                "listTemplates", new ListTemplates(world),
                "getTemplate", new GetTemplate(world),
                "createTemplate", new CreateTemplate(world, review),
                "updateTemplate", new UpdateTemplate(world, review),
                "deleteTemplate", new DeleteTemplate(world));
    }
}
