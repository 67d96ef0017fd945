/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Surroundings;

/** The component, from threads that wait, with a message in a Map. */
public final class PilotStatusWaiting implements Caller {

    private final SendingRoute route = new SendingRoute();
    private final Orders orders = new Orders();

    @Override
    public Load start(Surroundings surroundings) throws Exception {
        route.context(surroundings);
        return route.waiting(
                PilotStatusMap.path(),
                surroundings.underWay(),
                Request.toPilotStatus(message -> message.setBody(orders.message())));
    }

    @Override
    public void close() {
        route.close();
    }
}
