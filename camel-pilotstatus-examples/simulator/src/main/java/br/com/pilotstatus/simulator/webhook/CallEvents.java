/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.state.CallStatus;
import br.com.pilotstatus.simulator.state.SimulatedCall;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;

/** Turns each change of a call into its event. */
public final class CallEvents implements Consumer<SimulatedCall> {

    private final World world;
    private final WebhookDispatcher dispatcher;

    public CallEvents(World world, WebhookDispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    @Override
    public void accept(SimulatedCall call) {
        world.account()
                .number(call.numberId())
                .ifPresent(number -> dispatcher.publish(number.id(), event(call.status()), () -> data(call, number)));
    }

    private static String event(CallStatus status) {
        return switch (status) {
            case INITIATED, RINGING -> "call.ringing";
            case ACCEPTED -> "call.connected";
            case COMPLETED, FAILED, REJECTED -> "call.ended";
        };
    }

    private ObjectNode data(SimulatedCall call, SimulatedNumber number) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("id", call.id())
                .put("externalCallId", SimulatedCall.externalId(call.id()))
                .put("direction", call.inbound() ? "INBOUND" : "OUTBOUND")
                .put("from", call.inbound() ? call.peer() : number.e164())
                .put("to", call.inbound() ? number.e164() : call.peer())
                .put("numberId", number.id())
                .put("status", call.status().name());
        Duration duration = call.progress().duration();
        if (duration != null) {
            data.put("duration", duration.toSeconds());
        }
        if (call.callbackData() != null && call.status().isOver()) {
            data.put("bizOpaqueCallbackData", call.callbackData());
        }
        return data.put("createdAt", Timestamps.format(world.clock().now()));
    }
}
