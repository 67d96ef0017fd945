/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.calls;

import br.com.pilotstatus.simulator.api.operation.ConnectedNumber;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Phones;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.life.CallCourse;
import br.com.pilotstatus.simulator.state.SimulatedCall;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;

/** {@code POST /calls}: calls a customer; a Meta number needs an SDP offer and the customer's permission. */
final class CallStartResource {

    private final World world;
    private final CallCourse course;

    CallStartResource(World world, CallCourse course) {
        this.world = world;
        this.course = course;
    }

    ApiAnswer start(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        JsonNode body = call.body();
        String customer = Phones.read("to", body.get("to").textValue()).value();
        Instant now = world.clock().now();
        ConnectedNumber.of(call);
        check(number, customer, body, now);
        SimulatedCall started = world.calls()
                .add(SimulatedCall.outbound(
                        "call_" + world.ids().next(),
                        number.id(),
                        customer,
                        body.path("sdp").textValue(),
                        body.path("bizOpaqueCallbackData").textValue(),
                        now));
        course.begin(started);
        return new ApiAnswer(
                201,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", started.id())
                        .put("externalCallId", SimulatedCall.externalId(started.id()))
                        .put("status", started.status().name()));
    }

    private void check(SimulatedNumber number, String customer, JsonNode body, Instant now) {
        if (number.isMeta() != body.has("sdp")) {
            throw ApiException.invalid("sdp is required on a Meta number and not allowed on others");
        }
        if (number.isMeta() && !world.calls().permission(number.id(), customer).allows(now)) {
            throw new ApiException(400, "META_CALL_PERMISSION_REQUIRED", "The customer has not permitted calls");
        }
    }
}
