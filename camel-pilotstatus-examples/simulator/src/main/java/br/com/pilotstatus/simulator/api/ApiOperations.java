/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import static java.util.Map.entry;

import br.com.pilotstatus.simulator.life.Lifecycle;
import br.com.pilotstatus.simulator.state.BoundedLog;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import java.util.Map;

/** The table of what is simulated: one entry for each operation id of the document that has an answer here. */
final class ApiOperations {

    private ApiOperations() {}

    static Map<String, ApiOperation> table(World world, Lifecycle lifecycle, BoundedLog<WebhookAttempt> attempts) {
        return Map.ofEntries(
                entry("sendMessage", new SendMessage(world, lifecycle)),
                entry("getMessage", new GetMessage(world)),
                entry("cancelMessages", new CancelMessages(world)),
                entry("listTemplates", new ListTemplates(world)),
                entry("getTemplate", new GetTemplate(world)),
                entry("listWebhooks", new ListWebhooks(world)),
                entry("createWebhook", new CreateWebhook(world)),
                entry("getWebhook", new GetWebhook(world)),
                entry("updateWebhook", new UpdateWebhook(world)),
                entry("deleteWebhook", new DeleteWebhook(world)),
                entry("listWebhookLogs", new ListWebhookLogs(world, attempts)));
    }
}
