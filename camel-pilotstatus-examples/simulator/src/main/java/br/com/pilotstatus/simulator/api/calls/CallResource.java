/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.calls;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.QueryValues;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.CallProgress;
import br.com.pilotstatus.simulator.state.SimulatedCall;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** {@code GET /calls} and {@code GET /calls/{callId}}: the calls of the caller's number. */
final class CallResource {

    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 100;

    private final World world;

    CallResource(World world) {
        this.world = world;
    }

    ApiAnswer list(OperationCall call) {
        String numberId = call.requireNumber().id();
        int limit = QueryValues.number(call.query(), "limit", DEFAULT_LIMIT, MAX_LIMIT);
        Instant before = QueryValues.time(call.query(), "before");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode calls = body.putArray("calls");
        world.calls().list().stream()
                .filter(one -> one.numberId().equals(numberId))
                .filter(one -> before == null || one.progress().createdAt().isBefore(before))
                .sorted(Comparator.comparing(
                                (SimulatedCall one) -> one.progress().createdAt())
                        .thenComparing(SimulatedCall::id)
                        .reversed())
                .limit(limit)
                .forEach(one -> calls.add(json(one)));
        return ApiAnswer.ok(body);
    }

    ApiAnswer get(OperationCall call) {
        SimulatedCall one = require(call);
        ObjectNode json = json(one);
        if ("1".equals(call.query().apply("includeSdp"))) {
            json.put("sdpOffer", one.sdpOffer()).put("sdpAnswer", one.progress().sdpAnswer());
        }
        return ApiAnswer.ok(json);
    }

    /** The call of the path. */
    SimulatedCall require(OperationCall call) {
        String numberId = call.requireNumber().id();
        return world.calls()
                .find(call.path("callId"))
                .filter(one -> one.numberId().equals(numberId))
                .orElseThrow(() -> new ApiException(404, "CALL_NOT_FOUND", "There is no such call"));
    }

    private static ObjectNode json(SimulatedCall call) {
        CallProgress progress = call.progress();
        Duration duration = progress.duration();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", call.id())
                .put("externalCallId", SimulatedCall.externalId(call.id()))
                .put("direction", call.inbound() ? "INBOUND" : "OUTBOUND")
                .put("status", call.status().name())
                .put("peerNumber", call.peer())
                .put("durationSeconds", duration == null ? null : duration.toSeconds())
                .put("startedAt", Timestamps.format(progress.createdAt()))
                .put("connectedAt", Timestamps.format(progress.connectedAt()))
                .put("endedAt", Timestamps.format(progress.endedAt()))
                .put("createdAt", Timestamps.format(progress.createdAt()))
                .put("updatedAt", Timestamps.format(progress.updatedAt()));
    }
}
