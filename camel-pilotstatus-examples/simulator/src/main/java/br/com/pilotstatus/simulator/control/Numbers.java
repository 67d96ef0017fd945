/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.control;

import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.Timestamps;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The numbers of the account: what they are, and whether they are connected. */
public final class Numbers {

    private final World world;
    private final WebhookDispatcher dispatcher;

    public Numbers(World world, WebhookDispatcher dispatcher) {
        this.world = world;
        this.dispatcher = dispatcher;
    }

    /** The numbers, the unofficial one first. */
    public List<SimulatedNumber> list() {
        return world.account().numbers();
    }

    /** Loses the connection of a number: sends are refused with 409, {@code number.disconnected} goes out. */
    public EmittedEvent disconnect(String numberId) {
        return change(numberId, NumberState.CLOSE, "number.disconnected");
    }

    /** Connects a number again: {@code number.connected} goes out. */
    public EmittedEvent connect(String numberId) {
        return change(numberId, NumberState.OPEN, "number.connected");
    }

    private EmittedEvent change(String numberId, NumberState state, String event) {
        SimulatedNumber number = world.account().changeState(numberId, state);
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("numberId", number.id())
                .put("number", number.e164())
                .put("name", number.name())
                .put("state", number.state().name())
                .put("createdAt", Timestamps.format(world.clock().now()));
        return new EmittedEvent(event, data, dispatcher.publish(numberId, event, () -> data));
    }
}
