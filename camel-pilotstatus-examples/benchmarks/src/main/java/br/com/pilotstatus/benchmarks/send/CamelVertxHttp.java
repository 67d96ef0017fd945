/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.process.Caller;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.vertx.http.VertxHttpComponent;
import org.apache.camel.model.dataformat.JsonLibrary;

/** <code>camel-vertx-http</code>, asynchronously, with a message in a Map. */
public final class CamelVertxHttp implements Caller {

    private final SendingRoute route = new SendingRoute();
    private final Orders orders = new Orders();

    @Override
    public Load start(Surroundings surroundings) throws Exception {
        VertxHttpComponent component = new VertxHttpComponent();
        component.setWebClientOptions(new WebClientOptions().setMaxPoolSize(surroundings.underWay()));
        route.context(surroundings).addComponent("vertx-http", component);
        return route.asynchronous(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(SendingRoute.START)
                                .marshal()
                                .json(JsonLibrary.Jackson)
                                .setHeader("x-api-key", constant(Surroundings.API_KEY))
                                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                                .to("vertx-http:" + surroundings.apiUrl() + "/messages/send?httpMethod=POST")
                                .unmarshal()
                                .json(JsonLibrary.Jackson, Map.class);
                    }
                },
                surroundings.underWay(),
                Request.toHttp(message -> message.setBody(orders.message())));
    }

    @Override
    public void close() {
        route.close();
    }
}
