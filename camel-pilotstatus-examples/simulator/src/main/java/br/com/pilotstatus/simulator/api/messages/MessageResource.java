/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.settings.ContractSettings.CancelAnswer;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.MessageStatus;
import br.com.pilotstatus.simulator.state.Progress;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** {@code GET /messages/{messageId}} and {@code DELETE /messages/cancel}: the messages of the caller's number. */
final class MessageResource {

    private final World world;

    MessageResource(World world) {
        this.world = world;
    }

    ApiAnswer get(OperationCall call) {
        return find(call, call.path("messageId"))
                .map(message -> ApiAnswer.ok(json(message)))
                .orElseThrow(() -> new ApiException(404, "MESSAGE_NOT_FOUND", "There is no such message"));
    }

    /** Takes back queued messages whose time has not come. */
    ApiAnswer cancel(OperationCall call) {
        ArrayNode cancelled = JsonNodeFactory.instance.arrayNode();
        ArrayNode failed = JsonNodeFactory.instance.arrayNode();
        int notFound = 0;
        for (JsonNode wanted : call.body().get("messageIds")) {
            String id = wanted.textValue();
            Optional<SimulatedMessage> message = find(call, id);
            if (message.isPresent() && cancel(message.get())) {
                cancelled.add(id);
            } else {
                notFound += message.isPresent() ? 0 : 1;
                failed.addObject().put("id", id).put("reason", message.isPresent() ? "NOT_CANCELLABLE" : "NOT_FOUND");
            }
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (world.settings().contract().cancelAnswer() == CancelAnswer.COUNTS) {
            return ApiAnswer.ok(body.put("cancelled", cancelled.size()).put("notFound", notFound));
        }
        body.set("cancelled", cancelled);
        body.set("failed", failed);
        return ApiAnswer.ok(body);
    }

    private Optional<SimulatedMessage> find(OperationCall call, String anyId) {
        String numberId = call.requireNumber().id();
        return world.messages().find(anyId).filter(message -> message.numberId().equals(numberId));
    }

    private boolean cancel(SimulatedMessage message) {
        Instant now = world.clock().now();
        return world.messages()
                .change(message.id(), queued -> isWaiting(queued, now), Progress::canceled)
                .isPresent();
    }

    private static boolean isWaiting(SimulatedMessage message, Instant now) {
        Instant deliverAt = message.order().deliverAt();
        return message.status() == MessageStatus.QUEUED && deliverAt != null && deliverAt.isAfter(now);
    }

    private static ObjectNode json(SimulatedMessage message) {
        Progress progress = message.progress();
        SimulatedTemplate template = message.order().template();
        Kind kind = message.order().destination().kind();
        boolean toNumber = kind != Kind.GROUP && kind != Kind.NEWSLETTER;
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", message.id())
                .put("status", progress.status().name())
                .put("correlationId", message.correlationId())
                .put(
                        "destinationNumber",
                        toNumber ? message.order().destination().value() : null)
                .put("template", template == null ? null : template.name())
                .put("createdAt", Timestamps.format(progress.createdAt()))
                .put("sentAt", Timestamps.format(progress.sentAt()))
                .put("deliveredAt", Timestamps.format(progress.deliveredAt()))
                .put("readAt", Timestamps.format(progress.readAt()))
                .put("externalMessageId", progress.externalMessageId())
                .put(
                        "errorMessage",
                        progress.failure() == null ? null : progress.failure().text());
    }
}
