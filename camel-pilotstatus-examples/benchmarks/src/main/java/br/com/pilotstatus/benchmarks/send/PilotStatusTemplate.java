/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import org.apache.camel.builder.RouteBuilder;

/** The component, asynchronously, with a template and three expressions. */
public final class PilotStatusTemplate implements Caller {

    private final SendingRoute route = new SendingRoute();
    private final Orders orders = new Orders();

    @Override
    public Load start(Surroundings surroundings) throws Exception {
        route.context(surroundings);
        return route.asynchronous(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(SendingRoute.START)
                                .to("pilotstatus:send?templateId=order_shipped&to=${body[phone]}"
                                        + "&variables.customer=${body[customer]}&variables.order=${body[order]}");
                    }
                },
                surroundings.underWay(),
                Request.toPilotStatus(message -> message.setBody(orders.order())));
    }

    @Override
    public void close() {
        route.close();
    }
}
