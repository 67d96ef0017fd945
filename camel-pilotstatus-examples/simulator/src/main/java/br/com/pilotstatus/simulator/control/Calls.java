/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.state.CallStatus;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.SimulatedCall;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Plays customers who call one number. Each method sends one event; a call keeps the id that {@link #newCall()} gives. */
public final class Calls {

    private final World world;
    private final WebhookDispatcher dispatcher;
    private final String numberId;

    public Calls(World world, WebhookDispatcher dispatcher, String numberId) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.numberId = numberId;
    }

    /** An id for a call. */
    public String newCall() {
        return "call_" + world.ids().next();
    }

    /** {@code call.ringing}. */
    public EmittedEvent ringing(String callId, String from) {
        world.calls()
                .add(SimulatedCall.inbound(
                        callId, numberId, phone(from), world.clock().now()));
        return publish("call.ringing", call(callId, from, "RINGING"));
    }

    /** {@code call.connected}. */
    public EmittedEvent connected(String callId, String from) {
        become(callId, CallStatus.ACCEPTED);
        return publish("call.connected", call(callId, from, "ACCEPTED"));
    }

    /**
     * {@code call.ended}.
     *
     * @param status COMPLETED, FAILED or REJECTED
     * @param duration how long they spoke, null when nobody answered
     * @param callbackData {@code bizOpaqueCallbackData} of the call, may be null
     */
    public EmittedEvent ended(String callId, String from, String status, Duration duration, String callbackData) {
        become(callId, CallStatus.valueOf(status));
        ObjectNode data = call(callId, from, status);
        if (duration != null) {
            data.put("duration", duration.toSeconds());
        }
        if (callbackData != null) {
            data.put("bizOpaqueCallbackData", callbackData);
        }
        return publish("call.ended", data);
    }

    /** {@code call.missed}. */
    public EmittedEvent missed(String callId, String from) {
        become(callId, CallStatus.FAILED);
        return publish("call.missed", call(callId, from, "FAILED"));
    }

    /**
     * {@code call.permission_updated}: a customer decides whether the number may call.
     *
     * @param status NO_PERMISSION, TEMPORARY or PERMANENT
     */
    public EmittedEvent permission(String from, String status) {
        world.calls().decided(numberId, phone(from), status, world.clock().now());
        return publish(
                "call.permission_updated",
                parties(JsonNodeFactory.instance.objectNode(), from).put("status", status));
    }

    private static String phone(String from) {
        Destination caller = Destination.phone(from);
        if (caller.kind() != Kind.PHONE) {
            throw new IllegalArgumentException("from must be a phone of 8 to 15 digits");
        }
        return caller.value();
    }

    // An event may be about a call that never rang here; then there is nothing to change.
    private void become(String callId, CallStatus status) {
        world.calls()
                .change(
                        callId,
                        call -> !call.status().isOver(),
                        progress -> progress.become(status, world.clock().now()));
    }

    private ObjectNode call(String callId, String from, String status) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("id", callId)
                .put("externalCallId", SimulatedCall.externalId(callId))
                .put("direction", "INBOUND");
        return parties(data, from).put("status", status);
    }

    private ObjectNode parties(ObjectNode data, String from) {
        SimulatedNumber number = world.account().require(numberId);
        return data.put("from", phone(from)).put("to", number.e164()).put("numberId", numberId);
    }

    private EmittedEvent publish(String event, ObjectNode data) {
        data.put("createdAt", Timestamps.format(world.clock().now()));
        return new EmittedEvent(event, data, dispatcher.publish(numberId, event, () -> data));
    }
}
