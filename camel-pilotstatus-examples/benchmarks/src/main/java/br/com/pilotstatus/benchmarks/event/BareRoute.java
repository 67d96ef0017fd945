/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.event;

import br.com.pilotstatus.benchmarks.process.Receiver;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import org.apache.camel.builder.RouteBuilder;

/** A route of <code>platform-http</code> that reads nothing and believes everybody. */
public final class BareRoute implements Receiver {

    private final ReceivingRoute route = new ReceivingRoute();

    @Override
    public String start(Surroundings surroundings) throws Exception {
        return route.serve(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:" + ReceivingRoute.PATH + "?httpMethodRestrict=POST")
                        .setBody(constant("OK"));
            }
        });
    }

    @Override
    public void close() {
        route.close();
    }
}
