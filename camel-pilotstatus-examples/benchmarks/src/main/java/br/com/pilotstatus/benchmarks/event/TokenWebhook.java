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
        return route.serve(path(ReceivingRoute.TOKEN_WEBHOOK));
    }

    /** @param uri of the consumer */
    static RouteBuilder path(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).setBody(constant("OK"));
            }
        };
    }

    @Override
    public void close() {
        route.close();
    }
}
