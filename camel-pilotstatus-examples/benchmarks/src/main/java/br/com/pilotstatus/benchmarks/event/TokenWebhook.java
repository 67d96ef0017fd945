/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import org.apache.camel.builder.RouteBuilder;

/** The component, which knows events by their token and remembers them in memory. */
public final class TokenWebhook implements Receiver {

    private final ReceivingRoute route = new ReceivingRoute();

    @Override
    public String start(Surroundings surroundings) throws Exception {
        return route.serve(path("token=" + Credentials.TOKEN));
    }

    /** @param verification options that say whom to believe */
    static RouteBuilder path(String verification) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook?path=" + ReceivingRoute.PATH + "&" + verification)
                        .setBody(constant("OK"));
            }
        };
    }

    @Override
    public void close() {
        route.close();
    }
}
