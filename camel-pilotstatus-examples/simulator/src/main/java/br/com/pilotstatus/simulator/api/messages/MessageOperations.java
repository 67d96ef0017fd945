/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.life.Lifecycle;
import br.com.pilotstatus.simulator.state.World;
import java.util.Map;

/** What the API offers for messages: send them, ask for them, take them back, count them. */
public final class MessageOperations {

    private MessageOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world, Lifecycle lifecycle) {
        return Map.of(
                "sendMessage", new SendMessage(world, lifecycle),
                "getMessage", new GetMessage(world),
                "cancelMessages", new CancelMessages(world),
                "getDashboard", new GetDashboard(world));
    }
}
