/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import br.com.pilotstatus.simulator.settings.Settings;

/**
 * A simulator before it is started.
 *
 * @param host address to listen on
 * @param port port, 0 for any free one
 * @param seed what ids and keys are made from
 * @param remoteControl true lets other machines and web pages in
 * @param settings the settings to begin with, and to return to on reset
 */
record SimulatorDescription(String host, int port, String seed, boolean remoteControl, Settings settings) {

    // Keys are made from the seed.
    @Override
    public String toString() {
        return "SimulatorDescription[host=" + host + ", port=" + port + ", settings=" + settings + ']';
    }
}
