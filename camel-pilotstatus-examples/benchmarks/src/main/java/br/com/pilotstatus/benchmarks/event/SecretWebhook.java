/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Surroundings;

/** The component, which knows events by their signature and remembers them in memory. */
public final class SecretWebhook implements Receiver {

    private final ReceivingRoute route = new ReceivingRoute();

    @Override
    public String start(Surroundings surroundings) throws Exception {
        return route.serve(
                TokenWebhook.path("pilotstatus:webhook?path=" + ReceivingRoute.PATH + "&secret=" + Credentials.SECRET));
    }

    @Override
    public void close() {
        route.close();
    }
}
