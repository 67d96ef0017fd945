/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.state.BoundedLog;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import java.util.Map;

/** What the API offers for webhooks. */
public final class WebhookOperations {

    private WebhookOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world, BoundedLog<WebhookAttempt> attempts) {
        return Map.of(
                "listWebhooks", new ListWebhooks(world),
                "createWebhook", new CreateWebhook(world),
                "getWebhook", new GetWebhook(world),
                "updateWebhook", new UpdateWebhook(world),
                "deleteWebhook", new DeleteWebhook(world),
                "listWebhookLogs", new ListWebhookLogs(world, attempts));
    }
}
