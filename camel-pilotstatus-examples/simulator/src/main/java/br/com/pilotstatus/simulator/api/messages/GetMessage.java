/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.api.operation.ApiCall;
import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.Progress;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code GET /messages/{messageId}}: the state of a message of the caller's number. */
final class GetMessage implements ApiOperation {

    private final World world;

    GetMessage(World world) {
        this.world = world;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        String numberId = call.requireNumber().id();
        return world.messages()
                .find(call.path("messageId"))
                .filter(message -> message.numberId().equals(numberId))
                .map(message -> ApiAnswer.ok(json(message)))
                .orElseThrow(() -> new ApiException(404, "MESSAGE_NOT_FOUND", "There is no such message"));
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
