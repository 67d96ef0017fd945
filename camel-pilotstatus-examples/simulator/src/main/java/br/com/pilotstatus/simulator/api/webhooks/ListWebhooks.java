/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** {@code GET /webhooks}: the webhooks the caller may see. */
final class ListWebhooks implements ApiOperation {

    private final World world;
    private final WebhookAccess access;

    ListWebhooks(World world) {
        this.world = world;
        this.access = new WebhookAccess(world);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        ArrayNode webhooks = JsonNodeFactory.instance.arrayNode();
        access.list(call).forEach(webhook -> webhooks.add(WebhookJson.of(webhook, world)));
        return ApiAnswer.ok(webhooks);
    }
}
