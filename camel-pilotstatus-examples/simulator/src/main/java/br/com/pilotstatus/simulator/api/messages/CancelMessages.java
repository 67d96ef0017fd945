/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.settings.ContractSettings.CancelAnswer;
import br.com.pilotstatus.simulator.state.MessageStatus;
import br.com.pilotstatus.simulator.state.Progress;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** {@code DELETE /messages/cancel}: takes back queued messages whose time has not come. */
final class CancelMessages implements ApiOperation {

    private final World world;

    CancelMessages(World world) {
        this.world = world;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        String numberId = call.requireNumber().id();
        ArrayNode cancelled = JsonNodeFactory.instance.arrayNode();
        ArrayNode failed = JsonNodeFactory.instance.arrayNode();
        int notFound = 0;
        for (JsonNode wanted : call.body().get("messageIds")) {
            String id = wanted.textValue();
            Optional<SimulatedMessage> message =
                    world.messages().find(id).filter(m -> m.numberId().equals(numberId));
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
}
