/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiException;
import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;

/** The number of a call to something that needs WhatsApp at once, not later. */
public final class ConnectedNumber {

    private final World world;

    public ConnectedNumber(World world) {
        this.world = world;
    }

    /** The number of the call; refused when it is not connected. */
    public static SimulatedNumber of(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        if (number.state() != NumberState.OPEN) {
            throw new ApiException(409, "WHATSAPP_INSTANCE_NOT_CONNECTED", "The number is not connected");
        }
        return number;
    }

    /** A connected number that may have groups. */
    public SimulatedNumber forGroups(OperationCall call) {
        if (call.requireNumber().isMeta() && !world.settings().contract().metaGroups()) {
            throw Refusals.noGroupsOnMeta();
        }
        return of(call);
    }

    /** A connected number that is not of Meta. */
    public SimulatedNumber unofficial(OperationCall call) {
        if (call.requireNumber().isMeta()) {
            throw Refusals.notForMeta("Meta numbers cannot do this");
        }
        return of(call);
    }
}
