/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.api.operation.ConnectedNumber;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.life.Lifecycle;
import br.com.pilotstatus.simulator.state.SendOrder;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code POST /messages/send}: accepts a message into the queue. */
final class SendResource {

    private final World world;
    private final Lifecycle lifecycle;
    private final SendRules rules;
    private final OrderReader reader;

    SendResource(World world, Lifecycle lifecycle) {
        this.world = world;
        this.lifecycle = lifecycle;
        this.rules = new SendRules(world);
        this.reader = new OrderReader(world.templates());
    }

    ApiAnswer send(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        MagicRecipient magic = MagicRecipient.of(call.body());
        magic.refuse();
        rules.check(call.body(), number);
        SendOrder order = reader.read(call.body());
        ConnectedNumber.of(call);
        SimulatedMessage message = world.messages()
                .accept(number, order, call.size(), world.clock().now());
        lifecycle.begin(message, magic.fate());
        return new ApiAnswer(202, accepted(message, number));
    }

    private ObjectNode accepted(SimulatedMessage message, SimulatedNumber number) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", message.id())
                .put("correlationId", message.correlationId())
                .put("status", "QUEUED")
                .put("createdAt", Timestamps.format(message.progress().createdAt()))
                .put("origin", number.name());
        return world.settings().contract().sourceNumber() ? body.put("sourceNumber", number.number()) : body;
    }
}
