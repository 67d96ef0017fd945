/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.calls;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.CallProgress;
import br.com.pilotstatus.simulator.state.CallStatus;
import br.com.pilotstatus.simulator.state.SimulatedCall;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** {@code POST} below {@code /calls/{callId}} that changes a call: pre-accept, accept, reject, terminate. */
final class CallActionResource {

    private final World world;
    private final CallResource calls;
    private final Consumer<SimulatedCall> listener;

    /** @param listener is told of each call that was accepted or ended */
    CallActionResource(World world, Consumer<SimulatedCall> listener) {
        this.world = world;
        this.calls = new CallResource(world);
        this.listener = listener;
    }

    ApiAnswer preAccept(OperationCall call) {
        String sdp = sdp(call);
        return ack(change(call, CallActionResource::isWaiting, progress -> progress.answeredWith(sdp)));
    }

    ApiAnswer accept(OperationCall call) {
        String sdp = sdp(call);
        return told(change(
                call,
                CallActionResource::isWaiting,
                progress -> progress.answeredWith(sdp).become(CallStatus.ACCEPTED, now())));
    }

    ApiAnswer reject(OperationCall call) {
        return told(
                change(call, CallActionResource::isWaiting, progress -> progress.become(CallStatus.REJECTED, now())));
    }

    ApiAnswer terminate(OperationCall call) {
        return told(change(
                call,
                one -> !one.status().isOver(),
                progress -> progress.become(
                        progress.connectedAt() == null ? CallStatus.FAILED : CallStatus.COMPLETED, now())));
    }

    private SimulatedCall change(
            OperationCall call, Predicate<SimulatedCall> applies, UnaryOperator<CallProgress> change) {
        return world.calls()
                .change(calls.require(call).id(), applies, change)
                .orElseThrow(() -> ApiException.invalid("the call is not in a state that allows this"));
    }

    private ApiAnswer told(SimulatedCall changed) {
        listener.accept(changed);
        return ack(changed);
    }

    /** What every action on a call answers. */
    static ApiAnswer ack(SimulatedCall call) {
        return ApiAnswer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("success", true)
                .put("id", call.id())
                .put("status", call.status().name()));
    }

    private static boolean isWaiting(SimulatedCall call) {
        return call.inbound() && call.status() == CallStatus.RINGING;
    }

    private static String sdp(OperationCall call) {
        JsonNode sdp = call.body().path("sdp");
        if (call.requireNumber().isMeta() && !sdp.isTextual()) {
            throw ApiException.invalid("sdp is required on a Meta number");
        }
        return sdp.textValue();
    }

    private Instant now() {
        return world.clock().now();
    }
}
