/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.World;

/** {@code GET /webhooks/{id}}: one webhook. */
final class GetWebhook implements ApiOperation {

    private final World world;
    private final WebhookAccess access;

    GetWebhook(World world) {
        this.world = world;
        this.access = new WebhookAccess(world);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return ApiAnswer.ok(WebhookJson.of(access.require(call), world));
    }
}
