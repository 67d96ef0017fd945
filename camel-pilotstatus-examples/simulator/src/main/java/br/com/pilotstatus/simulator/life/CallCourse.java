/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.life;

import br.com.pilotstatus.simulator.settings.ResourceSettings;
import br.com.pilotstatus.simulator.state.CallStatus;
import br.com.pilotstatus.simulator.state.SimulatedCall;
import br.com.pilotstatus.simulator.state.World;
import java.time.Instant;
import java.util.function.Consumer;

/** Lets a call to a customer ring and be answered on the simulator's clock and tells the listener of every change. */
public final class CallCourse {

    private final World world;
    private final Consumer<SimulatedCall> listener;

    public CallCourse(World world, Consumer<SimulatedCall> listener) {
        this.world = world;
        this.listener = listener;
    }

    /** Starts the course of a call to a customer. */
    public void begin(SimulatedCall call) {
        ResourceSettings settings = world.settings().resources();
        Instant start = call.progress().createdAt();
        world.clock()
                .schedule(
                        start.plusMillis(settings.ringingAfterMillis()),
                        () -> advance(call, CallStatus.INITIATED, CallStatus.RINGING));
        world.clock()
                .schedule(
                        start.plusMillis(settings.answeredAfterMillis()),
                        () -> advance(call, CallStatus.RINGING, CallStatus.ACCEPTED));
    }

    private void advance(SimulatedCall call, CallStatus from, CallStatus to) {
        Instant now = world.clock().now();
        world.calls()
                .change(call.id(), current -> current.status() == from, progress -> progress.become(to, now))
                .ifPresent(listener);
    }
}
