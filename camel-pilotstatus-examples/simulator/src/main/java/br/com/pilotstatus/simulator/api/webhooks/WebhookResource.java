/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.SimulatedWebhook.WebhookSettings;
import br.com.pilotstatus.simulator.state.WebhookStore;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.EventNames;
import br.com.pilotstatus.simulator.webhook.TargetRules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** {@code /webhooks} and {@code /webhooks/{id}}: the webhooks that the caller may see. */
final class WebhookResource {

    private final World world;
    private final WebhookAccess access;

    WebhookResource(World world) {
        this.world = world;
        this.access = new WebhookAccess(world);
    }

    ApiAnswer list(OperationCall call) {
        ArrayNode webhooks = JsonNodeFactory.instance.arrayNode();
        access.list(call).forEach(webhook -> webhooks.add(WebhookJson.of(webhook, world)));
        return ApiAnswer.ok(webhooks);
    }

    ApiAnswer get(OperationCall call) {
        return ApiAnswer.ok(WebhookJson.of(access.require(call), world));
    }

    /** Adds a webhook for one number. */
    ApiAnswer create(OperationCall call) {
        JsonNode body = call.body();
        SimulatedNumber number = number(call);
        String url = url(body);
        if (world.webhooks().size() >= WebhookStore.LIMIT) {
            throw ApiException.invalid("the account has as many webhooks as the simulator keeps");
        }
        WebhookSettings settings = new WebhookSettings(
                body.path("name").textValue(),
                url,
                body.path("active").asBoolean(true),
                body.has("events") ? EventNames.possible(body.get("events"), number.provider()) : List.of());
        SimulatedWebhook added =
                world.webhooks().register(number.id(), settings, world.clock().now());
        return new ApiAnswer(201, WebhookJson.of(added, world));
    }

    /** Changes name, URL, events (the whole list) or whether it is active. */
    ApiAnswer update(OperationCall call) {
        SimulatedWebhook webhook = access.require(call);
        return world.webhooks()
                .change(
                        webhook.id(),
                        changed(webhook, call.body()),
                        world.clock().now())
                .map(changed -> ApiAnswer.ok(WebhookJson.of(changed, world)))
                .orElseThrow(WebhookAccess::notFound);
    }

    /** Removes a webhook; retries still due to it are dropped. */
    ApiAnswer delete(OperationCall call) {
        SimulatedWebhook webhook = access.require(call);
        if (!world.webhooks().remove(webhook.id())) {
            throw WebhookAccess.notFound();
        }
        return new ApiAnswer(204, null);
    }

    private WebhookSettings changed(SimulatedWebhook webhook, JsonNode body) {
        WebhookSettings old = webhook.settings();
        SimulatedNumber number = world.account().number(webhook.numberId()).orElseThrow();
        return new WebhookSettings(
                body.has("name") ? body.get("name").textValue() : old.name(),
                body.has("url") ? url(body) : old.url(),
                body.has("active") ? body.get("active").booleanValue() : old.active(),
                body.has("events") ? EventNames.possible(body.get("events"), number.provider()) : old.events());
    }

    private String url(JsonNode body) {
        String url = body.get("url").textValue();
        TargetRules.complaint(url, world.settings().delivery()).ifPresent(complaint -> {
            throw ApiException.invalid(complaint);
        });
        return url;
    }

    private SimulatedNumber number(OperationCall call) {
        String named = call.body().path("whatsappNumberId").textValue();
        if (!call.key().isTenantScoped()) {
            SimulatedNumber own = call.requireNumber();
            if (named != null && !named.equals(own.id())) {
                throw new ApiException(400, "NUMBER_MISMATCH", "The key belongs to another number");
            }
            return own;
        }
        return named == null
                ? call.requireNumber()
                : world.account().number(named).orElseThrow(Refusals::noSuchNumber);
    }
}
