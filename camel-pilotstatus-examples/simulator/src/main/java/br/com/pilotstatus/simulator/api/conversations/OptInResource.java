/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Phones;
import br.com.pilotstatus.simulator.api.operation.QueryValues;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.InboundMessage;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;

/** {@code GET /messages/opt-in}: a customer has opted in by writing to the number. */
final class OptInResource {

    private final World world;

    OptInResource(World world) {
        this.world = world;
    }

    ApiAnswer check(OperationCall call) {
        String numberId = call.requireNumber().id();
        Destination customer =
                Phones.read("destinationNumber", QueryValues.required(call.query(), "destinationNumber"));
        List<Instant> times = world.inboxOf(numberId).stream()
                .filter(message -> message.chat().equals(customer) && !message.isFromMe())
                .map(InboundMessage::at)
                .toList();
        boolean authorized = !times.isEmpty();
        return ApiAnswer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("authorized", authorized)
                .put("required", true)
                .put("enabled", true)
                .put("reason", authorized ? null : "NO_INBOUND_MESSAGE")
                .put("firstOptInAt", authorized ? Timestamps.format(times.get(0)) : null)
                .put("lastSeenAt", authorized ? Timestamps.format(times.get(times.size() - 1)) : null));
    }
}
