/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.send;

import br.com.pilotstatus.benchmarks.load.AsyncCall;
import br.com.pilotstatus.benchmarks.load.AsyncLoad;
import br.com.pilotstatus.benchmarks.load.Load;
import br.com.pilotstatus.benchmarks.load.WaitingLoad;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.PilotStatusComponent;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** A route from <code>direct:send</code> in a context of its own, called in one of two ways. */
public final class SendingRoute implements AutoCloseable {

    /** Where the route begins. */
    public static final String START = "direct:send";

    private final DefaultCamelContext context = new DefaultCamelContext();

    /** The context, in which the component knows the API; to be filled before the route is started. */
    public DefaultCamelContext context(Surroundings surroundings) {
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setBaseUrl(surroundings.apiUrl());
        component.getConfiguration().setApiKey(Surroundings.API_KEY);
        context.addComponent("pilotstatus", component);
        return context;
    }

    /** Sends without waiting: an exchange is over when its callback is called. */
    public Load asynchronous(RouteBuilder route, int underWay, Request request) throws Exception {
        context.addRoutes(route);
        context.start();
        AsyncProducer producer = context.getEndpoint(START).createAsyncProducer();
        producer.start();
        return new AsyncLoad(underWay, ended -> send(producer, request, ended));
    }

    private void send(AsyncProducer producer, Request request, AsyncCall.Ended ended) {
        Exchange exchange = new DefaultExchange(context);
        request.fill(exchange);
        producer.process(exchange, synchronously -> ended.ended(request.succeeded(exchange)));
    }

    /** Sends from so many threads, each of which waits. */
    public Load waiting(RouteBuilder route, int threads, Request request) throws Exception {
        context.addRoutes(route);
        context.start();
        ProducerTemplate template = context.createProducerTemplate();
        return new WaitingLoad(
                threads, () -> request.succeeded(template.request(START, exchange -> request.fill(exchange))));
    }

    @Override
    public void close() {
        context.stop();
    }
}
