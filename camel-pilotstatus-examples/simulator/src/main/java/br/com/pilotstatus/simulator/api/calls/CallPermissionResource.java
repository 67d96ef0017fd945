/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.calls;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Phones;
import br.com.pilotstatus.simulator.api.operation.QueryValues;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.CallPermission;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** {@code /calls/permissions}: whether a customer lets the number call, and the request to be let. Only Meta numbers need it. */
final class CallPermissionResource {

    private static final Duration PER_REQUEST = Duration.ofDays(1);

    private final World world;

    CallPermissionResource(World world) {
        this.world = world;
    }

    ApiAnswer get(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        String customer =
                Phones.read("to", QueryValues.required(call.query(), "to")).value();
        CallPermission permission = world.calls().permission(number.id(), customer);
        Instant now = world.clock().now();
        boolean allowed = !number.isMeta() || permission.allows(now);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode json = body.putObject("permission").put("status", allowed ? status(permission) : "no_permission");
        if (allowed && permission.expiresAt() != null) {
            json.put("expiration_time", permission.expiresAt().getEpochSecond());
        }
        boolean asked = permission.requestedAt() != null
                && permission.requestedAt().plus(PER_REQUEST).isAfter(now);
        body.putArray("actions")
                .add(action("send_call_permission_request", !asked && isOpen(number, customer), asked))
                .add(JsonNodeFactory.instance
                        .objectNode()
                        .put("action_name", "start_call")
                        .put("can_perform_action", allowed));
        return ApiAnswer.ok(body);
    }

    ApiAnswer request(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        String customer = Phones.read("to", call.body().get("to").textValue()).value();
        if (!isOpen(number, customer)) {
            throw new ApiException(400, "META_OUTSIDE_24H_WINDOW", "The customer did not write within 24 hours");
        }
        world.calls().requested(number.id(), customer, world.clock().now());
        String messageId = world.ids().whatsappId(world.ids().next(), number.provider());
        return new ApiAnswer(201, JsonNodeFactory.instance.objectNode().put("messageId", messageId));
    }

    private boolean isOpen(SimulatedNumber number, String customer) {
        return !number.isMeta()
                || !world.settings().lifecycle().enforceWindow()
                || world.conversations()
                        .isOpen(
                                number.id(),
                                Destination.phone(customer),
                                world.clock().now());
    }

    private static String status(CallPermission permission) {
        // An unofficial number calls without being permitted.
        return permission.status().equals("NO_PERMISSION")
                ? "permanent"
                : permission.status().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode action(String name, boolean possible, boolean used) {
        ObjectNode action =
                JsonNodeFactory.instance.objectNode().put("action_name", name).put("can_perform_action", possible);
        action.putArray("limits")
                .addObject()
                .put("time_period", PER_REQUEST.toString())
                .put("max_allowed", 1)
                .put("current_usage", used ? 1 : 0);
        return action;
    }
}
