/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import br.com.pilotstatus.simulator.state.SimulatedNumber;
import java.io.PrintStream;

/** Runs the simulator by itself, until the process is told to end. */
public final class SimulatorMain {

    private SimulatorMain() {}

    public static void main(String[] arguments) {
        int status = run(arguments, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    // Returns while the simulator runs on: its own threads keep the process alive.
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        CommandLine options;
        try {
            options = CommandLine.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(CommandLine.USAGE);
            return 2;
        }
        if (options.help()) {
            out.println(CommandLine.USAGE);
            return 0;
        }
        try {
            PilotStatusSimulator simulator = options.builder().build().start();
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "pilotstatus-simulator-stop"));
            announce(simulator, out);
            return 0;
        } catch (IllegalStateException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static void announce(PilotStatusSimulator simulator, PrintStream out) {
        out.println("Pilot Status simulator");
        out.println("  API          " + simulator.baseUrl());
        out.println("  control API  " + simulator.origin() + "/_sim");
        out.println("  account key  " + simulator.accountKey());
        for (SimulatedNumber number : simulator.numbers().list()) {
            out.println("  number       " + number.id() + " (" + number.provider() + "), key "
                    + number.key().value());
        }
        out.println("Ready.");
    }
}
