/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.life;

import br.com.pilotstatus.simulator.state.NumberState;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import java.time.Instant;
import java.util.function.Consumer;

/** Plays the owner of a phone: a code that was shown is scanned after a while, which connects the number. */
public final class NumberScan {

    private final World world;
    private final Consumer<SimulatedNumber> listener;

    /** @param listener is told of each number that was connected */
    public NumberScan(World world, Consumer<SimulatedNumber> listener) {
        this.world = world;
        this.listener = listener;
    }

    /** A code for a number is on the screen. */
    public void shown(String numberId) {
        Instant now = world.clock().now();
        world.account().change(numberId, number -> number.withState(NumberState.CONNECTING, now));
        world.clock().schedule(now.plusMillis(world.settings().resources().scanAfterMillis()), () -> scanned(numberId));
    }

    private void scanned(String numberId) {
        Instant now = world.clock().now();
        world.account()
                .number(numberId)
                .filter(number -> number.state() == NumberState.CONNECTING)
                .flatMap(waiting -> world.account().change(numberId, number -> number.withState(NumberState.OPEN, now)))
                .ifPresent(listener);
    }
}
