/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.World;
import java.util.List;

/** Which webhooks a caller may see: those of its number; with a tenant key that names no number, all. */
final class WebhookAccess {

    private final World world;

    WebhookAccess(World world) {
        this.world = world;
    }

    List<SimulatedWebhook> list(OperationCall call) {
        return world.webhooks().list().stream()
                .filter(webhook -> isVisible(webhook, call))
                .toList();
    }

    /** The webhook of the path. */
    SimulatedWebhook require(OperationCall call) {
        return world.webhooks()
                .find(call.path("id"))
                .filter(webhook -> isVisible(webhook, call))
                .orElseThrow(WebhookAccess::notFound);
    }

    static ApiException notFound() {
        return new ApiException(404, "WEBHOOK_NOT_FOUND", "There is no such webhook");
    }

    private static boolean isVisible(SimulatedWebhook webhook, OperationCall call) {
        return call.number()
                .map(number -> webhook.numberId().equals(number.id()))
                .orElse(true);
    }
}
