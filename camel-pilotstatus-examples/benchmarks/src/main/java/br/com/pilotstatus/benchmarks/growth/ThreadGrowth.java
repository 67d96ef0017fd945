/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.PilotStatusComponent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** How many threads the process has at most while so many calls are under way to a service that takes a second to answer. */
public final class ThreadGrowth implements Sizing {

    private static final long HUNG_SECONDS = 60;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int count : surroundings.size().steps()) {
            figures.put("threads." + count + ".most", (double) mostThreads(surroundings, count));
        }
        return figures;
    }

    private int mostThreads(Surroundings surroundings, int count) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(surroundings.slowApiUrl());
            component.getConfiguration().setApiKey(Surroundings.API_KEY);
            component.getConfiguration().setMaxInFlight(count);
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
            send(context, count);
            return threads.getPeakThreadCount() - before;
        }
    }

    private static void send(DefaultCamelContext context, int count) throws Exception {
        CountDownLatch open = new CountDownLatch(count);
        AtomicInteger failed = new AtomicInteger();
        try (AsyncProducer producer = context.getEndpoint("direct:send").createAsyncProducer()) {
            producer.start();
            for (int i = 0; i < count; i++) {
                Exchange exchange = new DefaultExchange(context);
                exchange.getMessage().setBody("message " + i);
                producer.process(exchange, synchronously -> {
                    failed.addAndGet(exchange.getException() == null ? 0 : 1);
                    open.countDown();
                });
            }
            if (!open.await(HUNG_SECONDS, TimeUnit.SECONDS) || failed.get() > 0) {
                throw new IllegalStateException(open.getCount() + " calls did not end, " + failed + " failed");
            }
        }
    }
}
