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
        WebhookResource webhooks = new WebhookResource(world);
        WebhookLogResource logs = new WebhookLogResource(world, attempts);
        return Map.of(
                "listWebhooks", webhooks::list,
                "createWebhook", webhooks::create,
                "getWebhook", webhooks::get,
                "updateWebhook", webhooks::update,
                "deleteWebhook", webhooks::delete,
                "listWebhookLogs", logs::list);
    }
}
