/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.SimulatedWebhook.Subscription;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.EventNames;
import br.com.pilotstatus.simulator.webhook.TargetRules;
import com.fasterxml.jackson.databind.JsonNode;

/** {@code PATCH /webhooks/{id}}: changes name, URL, events (the whole list) or whether it is active. */
final class UpdateWebhook implements ApiOperation {

    private final World world;
    private final WebhookAccess access;

    UpdateWebhook(World world) {
        this.world = world;
        this.access = new WebhookAccess(world);
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        SimulatedWebhook webhook = access.require(call);
        return world.webhooks()
                .change(
                        webhook.id(),
                        changed(webhook, call.body()),
                        world.clock().now())
                .map(changed -> ApiAnswer.ok(WebhookJson.of(changed, world)))
                .orElseThrow(WebhookAccess::notFound);
    }

    private Subscription changed(SimulatedWebhook webhook, JsonNode body) {
        Subscription old = webhook.settings();
        if (body.has("url")) {
            TargetRules.complaint(body.get("url").textValue(), world.settings().delivery())
                    .ifPresent(complaint -> {
                        throw ApiException.invalid(complaint);
                    });
        }
        SimulatedNumber number = world.account().number(webhook.numberId()).orElseThrow();
        return new Subscription(
                body.has("name") ? body.get("name").textValue() : old.name(),
                body.has("url") ? body.get("url").textValue() : old.url(),
                body.has("active") ? body.get("active").booleanValue() : old.active(),
                body.has("events") ? EventNames.possible(body.get("events"), number.provider()) : old.events());
    }
}
