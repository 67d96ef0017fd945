/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.webhook;

import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Tells webhooks what becomes of a number. */
public final class NumberEvents {

    private static final Set<String> HEALTH =
            Set.of("number.health_degraded", "number.health_blocked", "number.health_shadowban", "number.recovered");

    private final World world;
    private final WebhookDispatcher dispatcher;

    public NumberEvents(World world, WebhookDispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    /** Sends an event about a number; returns to how many webhooks. */
    public int publish(String event, SimulatedNumber number) {
        return dispatcher.publish(number.id(), event, () -> data(event, number));
    }

    /** The data of such an event; those about health have no state. */
    public ObjectNode data(String event, SimulatedNumber number) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("numberId", number.id())
                .put("number", number.e164())
                .put("name", number.name());
        if (!HEALTH.contains(event)) {
            data.put("state", number.state().name());
        }
        return data.put("createdAt", Timestamps.format(world.clock().now()));
    }
}
