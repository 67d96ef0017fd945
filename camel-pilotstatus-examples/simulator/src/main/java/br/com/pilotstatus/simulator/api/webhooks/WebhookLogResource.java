/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import br.com.pilotstatus.simulator.api.operation.Lists;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.QueryValues;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.BoundedLog;
import br.com.pilotstatus.simulator.state.SimulatedWebhook;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Comparator;

/** {@code GET /webhooks/{id}/logs}: the latest delivery attempts of a webhook, newest first. */
final class WebhookLogResource {

    private static final int MAX = 50;

    private final World world;
    private final WebhookAccess access;
    private final BoundedLog<WebhookAttempt> attempts;

    WebhookLogResource(World world, BoundedLog<WebhookAttempt> attempts) {
        this.world = world;
        this.access = new WebhookAccess(world);
        this.attempts = attempts;
    }

    ApiAnswer list(OperationCall call) {
        SimulatedWebhook webhook = access.require(call);
        String event = call.query().apply("event");
        int limit = QueryValues.number(call.query(), "limit", MAX, MAX);
        ArrayNode logs = JsonNodeFactory.instance.arrayNode();
        attempts.entries().stream()
                .filter(attempt -> attempt.webhookId().equals(webhook.id()))
                .filter(attempt -> event == null || attempt.event().equals(event))
                .sorted(Comparator.comparingLong(WebhookAttempt::sequence).reversed())
                .limit(limit)
                .forEach(attempt -> logs.add(json(attempt)));
        return Lists.answer("logs", logs, world.settings().contract());
    }

    private static ObjectNode json(WebhookAttempt attempt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "log_" + attempt.sequence())
                .put("event", attempt.event())
                .put("status", attempt.isSuccess() ? "SUCCESS" : "FAILED")
                .put("statusCode", attempt.statusCode())
                .putRawValue("payload", new RawValue(attempt.payload()))
                .put("response", attempt.response() == null ? attempt.error() : attempt.response())
                .put("durationMs", attempt.durationMillis())
                .put("createdAt", Timestamps.format(attempt.createdAt()));
    }
}
