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

    /** A connected number that may have groups. */
    public SimulatedNumber forGroups(OperationCall call) {
        if (call.requireNumber().isMeta() && !world.settings().contract().metaGroups()) {
            throw new ApiException(400, "META_GROUPS_NOT_ELIGIBLE", "The Meta number is not eligible for groups");
        }
        return connected(call);
    }

    /** A connected number that is not of Meta. */
    public SimulatedNumber unofficial(OperationCall call) {
        if (call.requireNumber().isMeta()) {
            throw new ApiException(400, "NOT_SUPPORTED_FOR_META", "Meta numbers cannot do this");
        }
        return connected(call);
    }

    private static SimulatedNumber connected(OperationCall call) {
        SimulatedNumber number = call.requireNumber();
        if (number.state() != NumberState.OPEN) {
            throw Refusals.notConnected();
        }
        return number;
    }
}
