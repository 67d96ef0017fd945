/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a webhook; the signing secret is never part of it. */
final class WebhookJson {

    private WebhookJson() {}

    static ObjectNode of(SimulatedWebhook webhook, World world) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", webhook.id())
                .put("tenantId", world.account().tenantId())
                .put("name", webhook.settings().name())
                .put("url", webhook.settings().url())
                .put("environment", "LIVE")
                .put("active", webhook.settings().active());
        if (webhook.settings().name() == null) {
            json.remove("name");
        }
        webhook.settings().events().forEach(json.putArray("events")::add);
        SimulatedNumber number = world.account().number(webhook.numberId()).orElseThrow();
        json.putArray("apiKeys").addObject().put("id", number.key().id()).put("name", number.name());
        json.put("lastTriggered", Timestamps.format(webhook.lastTriggered()));
        json.putArray("whatsappNumberIds").add(number.id());
        json.putArray("whatsappInstanceIds").add(number.instanceId());
        return json.put("createdAt", Timestamps.format(webhook.createdAt()))
                .put("updatedAt", Timestamps.format(webhook.updatedAt()));
    }
}
