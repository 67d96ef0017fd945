/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.NumberEvents;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The numbers of the account: what they are, and whether they are connected. */
public final class SimulatedNumbers {

    private final World world;
    private final NumberEvents events;
    private final WebhookDispatcher dispatcher;

    public SimulatedNumbers(World world, WebhookDispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
        this.events = new NumberEvents(world, dispatcher);
    }

    /** The numbers, the unofficial one first. */
    public List<SimulatedNumber> list() {
        return world.account().numbers();
    }

    /** Loses the connection of a number: sends are refused with 409, {@code number.disconnected} goes out. */
    public EmittedEvent disconnect(String numberId) {
        return become(numberId, NumberState.CLOSE, "number.disconnected");
    }

    /** Connects a number again: {@code number.connected} goes out. */
    public EmittedEvent connect(String numberId) {
        return become(numberId, NumberState.OPEN, "number.connected");
    }

    /**
     * Sends an event about a number without changing the number.
     *
     * @param event {@code number.created}, {@code number.removed}, {@code number.health_degraded},
     *     {@code number.health_blocked}, {@code number.health_shadowban}, {@code number.recovered}, or another one; the
     *     health events reach only webhooks that take all events
     */
    public EmittedEvent report(String numberId, String event) {
        return report(world.account().require(numberId), event);
    }

    private EmittedEvent become(String numberId, NumberState state, String event) {
        Instant now = world.clock().now();
        world.account().change(numberId, number -> number.withState(state, now));
        return report(numberId, event);
    }

    private EmittedEvent report(SimulatedNumber number, String event) {
        ObjectNode data = events.data(event, number);
        return new EmittedEvent(event, data, dispatcher.publish(number.id(), event, () -> data));
    }
}
