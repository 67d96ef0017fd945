/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.load.AsyncCall;
import br.com.pilotstatus.benchmarks.load.Round;
import br.com.pilotstatus.benchmarks.load.SteadyLoad;
import br.com.pilotstatus.benchmarks.process.Size;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.PilotStatusComponent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** A steady rate of sends to a service that takes a second to answer: those of a second are under way at any moment. */
public final class SteadySends implements Sizing {

    private static final double NANOS_PER_MILLI = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        Size size = surroundings.size();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(surroundings.slowApiUrl());
            component.getConfiguration().setApiKey(Surroundings.API_KEY);
            component.getConfiguration().setMaxInFlight(2 * size.most());
            context.addComponent("pilotstatus", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to("pilotstatus:send?to=+5511988887777");
                }
            });
            context.start();
            int before = threads.getThreadCount();
            threads.resetPeakThreadCount();
            try (AsyncProducer producer = context.getEndpoint("direct:send").createAsyncProducer()) {
                producer.start();
                Round round = new SteadyLoad(size.most(), ended -> send(context, producer, ended))
                        .play(Duration.ofMillis(size.millis()));
                return figures(round, threads.getPeakThreadCount() - before);
            }
        }
    }

    private static void send(DefaultCamelContext context, AsyncProducer producer, AsyncCall.Ended ended) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody("Your order left the warehouse.");
        producer.process(exchange, synchronously -> ended.ended(exchange.getException() == null));
    }

    private static Map<String, Double> figures(Round round, int moreThreads) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("steady.half-ms", round.halfNanos() / NANOS_PER_MILLI);
        figures.put("steady.p99-ms", round.p99Nanos() / NANOS_PER_MILLI);
        figures.put("steady.slowest-ms", round.maxNanos() / NANOS_PER_MILLI);
        figures.put("steady.threads", (double) moreThreads);
        figures.put("steady.failed", (double) round.failed());
        return figures;
    }
}
