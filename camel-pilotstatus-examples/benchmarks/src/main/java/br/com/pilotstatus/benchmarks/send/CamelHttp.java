/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/** <code>camel-http</code>, which waits for each answer, from as many threads; the message in a Map. */
public final class CamelHttp implements Caller {

    private final SendingRoute route = new SendingRoute();
    private final Orders orders = new Orders();

    @Override
    public Load start(Surroundings surroundings) throws Exception {
        return route.waiting(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(SendingRoute.START)
                                .marshal()
                                .json(JsonLibrary.Jackson)
                                .setHeader("x-api-key", constant(Surroundings.API_KEY))
                                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                                .to(uri(surroundings))
                                .unmarshal()
                                .json(JsonLibrary.Jackson, Map.class);
                    }
                },
                surroundings.underWay(),
                Request.toHttp(message -> message.setBody(orders.message())));
    }

    /** Of the call that sends, with a connection for each thread. */
    public static String uri(Surroundings surroundings) {
        return "%s/messages/send?httpMethod=POST&connectionsPerRoute=%d&maxTotalConnections=%<d"
                .formatted(surroundings.apiUrl(), surroundings.underWay());
    }

    @Override
    public void close() {
        route.close();
    }
}
