/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.calls;

import br.com.pilotstatus.simulator.api.operation.ConnectedNumber;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.CallStatus;
import br.com.pilotstatus.simulator.state.SimulatedCall;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code POST /calls/{callId}/play} and {@code /realtime-session}: sound for a call of an unofficial number that is connected. */
final class CallMediaResource {

    private static final Pattern SOUND = Pattern.compile("https?://[^?#]+\\.(mp3|wav|opus)([?#].*)?");
    private static final int EXPIRES_IN_SECONDS = 120;

    private final World world;
    private final CallResource calls;

    CallMediaResource(World world) {
        this.world = world;
        this.calls = new CallResource(world);
    }

    ApiAnswer play(OperationCall call) {
        SimulatedCall connected = connected(call);
        String url = call.body().get("mediaUrl").textValue();
        if (!SOUND.matcher(url.toLowerCase(Locale.ROOT)).matches()) {
            throw ApiException.invalid("mediaUrl must be an http or https URL of a .mp3, .wav or .opus file");
        }
        return CallActionResource.ack(connected);
    }

    ApiAnswer openSession(OperationCall call) {
        SimulatedCall connected = connected(call);
        String token = world.ids().secret();
        // Nobody listens there; .invalid is the domain that never resolves.
        return ApiAnswer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("wsUrl", "wss://calls.simulator.invalid/" + connected.id())
                .put("token", token)
                .put("expiresInSeconds", EXPIRES_IN_SECONDS));
    }

    private SimulatedCall connected(OperationCall call) {
        SimulatedCall one = calls.require(call);
        if (call.requireNumber().isMeta()) {
            throw new ApiException(400, "FEATURE_NOT_SUPPORTED", "Only unofficial numbers can do this");
        }
        ConnectedNumber.of(call);
        if (one.status() != CallStatus.ACCEPTED) {
            throw ApiException.invalid("the call is not connected");
        }
        return one;
    }
}
