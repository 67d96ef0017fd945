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
        SendResource sends = new SendResource(world, lifecycle);
        MessageResource messages = new MessageResource(world);
        DashboardResource dashboard = new DashboardResource(world);
        return Map.of(
                "sendMessage", ApiOperation.prechecked(SendForm::check, sends::send),
                "getMessage", messages::get,
                "cancelMessages", messages::cancel,
                "getDashboard", dashboard::get);
    }
}
