/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.calls;

import static java.util.Map.entry;

import br.com.pilotstatus.simulator.api.operation.ApiOperation;
import br.com.pilotstatus.simulator.life.CallCourse;
import br.com.pilotstatus.simulator.state.World;
import br.com.pilotstatus.simulator.webhook.CallEvents;
import br.com.pilotstatus.simulator.webhook.WebhookDispatcher;
import java.util.Map;

/** What the API offers for calls. */
public final class CallOperations {

    private CallOperations() {}

    /** The operations by their ids in the document. */
    public static Map<String, ApiOperation> of(World world, WebhookDispatcher dispatcher) {
        CallResource calls = new CallResource(world);
        CallEvents events = new CallEvents(world, dispatcher);
        CallStartResource starts = new CallStartResource(world, new CallCourse(world, events));
        CallActionResource actions = new CallActionResource(world, events);
        CallMediaResource media = new CallMediaResource(world);
        CallSettingsResource settings = new CallSettingsResource(world);
        CallPermissionResource permissions = new CallPermissionResource(world);
        return Map.ofEntries(
                entry("startCall", starts::start),
                entry("listCalls", calls::list),
                entry("getCall", calls::get),
                entry("preAcceptCall", actions::preAccept),
                entry("acceptCall", actions::accept),
                entry("rejectCall", actions::reject),
                entry("terminateCall", actions::terminate),
                entry("playCallAudio", media::play),
                entry("openCallSession", media::openSession),
                entry("getCallSettings", settings::get),
                entry("updateCallSettings", settings::update),
                entry("getCallPermission", permissions::get),
                entry("requestCallPermission", permissions::request));
    }
}
