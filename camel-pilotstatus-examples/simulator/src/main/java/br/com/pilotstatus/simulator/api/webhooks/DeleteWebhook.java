/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.World;

/** {@code DELETE /webhooks/{id}}: removes a webhook; retries still due to it are dropped. */
final class DeleteWebhook implements ApiOperation {

    private final World world;
    private final WebhookAccess access;

    DeleteWebhook(World world) {
        this.world = world;
        this.access = new WebhookAccess(world);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedWebhook webhook = access.require(call);
        if (!world.webhooks().remove(webhook.id())) {
            throw WebhookAccess.notFound();
        }
        return new ApiAnswer(204, null);
    }
}
