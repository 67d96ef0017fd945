/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.SimulatedWebhook.Subscription;
import br.com.pilotstatus.simulator.state.WebhookStore;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.EventNames;
import br.com.pilotstatus.simulator.webhook.TargetRules;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code POST /webhooks}: a webhook for one number. */
final class CreateWebhook implements ApiOperation {

    private final World world;

    CreateWebhook(World world) {
        this.world = world;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        JsonNode body = call.body();
        SimulatedNumber number = number(call);
        String url = body.get("url").textValue();
        TargetRules.complaint(url, world.settings().delivery()).ifPresent(complaint -> {
            throw ApiException.invalid(complaint);
        });
        if (world.webhooks().size() >= WebhookStore.LIMIT) {
            throw ApiException.invalid("the account has as many webhooks as the simulator keeps");
        }
        Subscription settings = new Subscription(
                body.path("name").textValue(),
                url,
                body.path("active").asBoolean(true),
                body.has("events") ? EventNames.possible(body.get("events"), number.provider()) : List.of());
        return new ApiAnswer(
                201,
                WebhookJson.of(
                        world.webhooks()
                                .add(number.id(), settings, world.clock().now()),
                        world));
    }

    private SimulatedNumber number(ApiCall call) {
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
