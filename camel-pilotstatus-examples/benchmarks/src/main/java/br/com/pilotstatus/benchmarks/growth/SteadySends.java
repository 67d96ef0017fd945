/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.process.Size;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.PilotStatusComponent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/**
 * A steady rate of sends to a service that takes a second to answer: those of a second are under way at any moment. Latency counts
 * from when a send was due, so that a pause is not hidden by the sends that it held up.
 */
public final class SteadySends implements Sizing {

    private static final long HUNG_SECONDS = 60;
    private static final double NANOS_PER_MILLI = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ConcurrentHistogram times = new ConcurrentHistogram(3);
    private final LongAdder failed = new LongAdder();

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(surroundings.slowApiUrl());
            component.getConfiguration().setApiKey(Surroundings.API_KEY);
            component.getConfiguration().setMaxInFlight(2 * surroundings.size().most());
            context.addComponent("pilotstatus", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to("pilotstatus:send?to=+5511988887777");
                }
            });
            context.start();
            int before = threads.getThreadCount();
            send(context, surroundings.size());
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("steady.half-ms", times.getValueAtPercentile(50) / NANOS_PER_MILLI);
            figures.put("steady.p99-ms", times.getValueAtPercentile(99) / NANOS_PER_MILLI);
            figures.put("steady.slowest-ms", times.getMaxValue() / NANOS_PER_MILLI);
            figures.put("steady.threads", (double) threads.getPeakThreadCount() - before);
            figures.put("steady.failed", (double) failed.sum());
            return figures;
        }
    }

    private void send(DefaultCamelContext context, Size size) throws Exception {
        long interval = TimeUnit.SECONDS.toNanos(1) / size.most();
        int messages = Math.toIntExact(size.most() * size.millis() / 1000);
        CountDownLatch open = new CountDownLatch(messages);
        threads.resetPeakThreadCount();
        try (AsyncProducer producer = context.getEndpoint("direct:send").createAsyncProducer()) {
            producer.start();
            long due = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                due += interval;
                LockSupport.parkNanos(due - System.nanoTime());
                send(context, producer, due, open);
            }
            if (!open.await(HUNG_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(open.getCount() + " calls did not end");
            }
        }
    }

    private void send(DefaultCamelContext context, AsyncProducer producer, long due, CountDownLatch open) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody("message " + due);
        producer.process(exchange, synchronously -> {
            times.recordValue(Math.max(0, System.nanoTime() - due));
            if (exchange.getException() != null) {
                failed.increment();
            }
            open.countDown();
        });
    }
}
