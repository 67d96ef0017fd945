/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.PilotStatusComponent;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Time to start, heap and threads of so many routes, each from an endpoint of <code>direct</code> to another one. */
public abstract class RouteGrowth implements Sizing {

    private static final double NANOS_PER_MILLI = 1e6;

    private final String name;

    /** @param name what the figures begin with */
    protected RouteGrowth(String name) {
        this.name = name;
    }

    /** Where the route of that number leads, from 0. */
    protected abstract String uri(int number);

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        Map<String, Double> figures = new LinkedHashMap<>();
        // The first context pays for classes that are loaded once.
        measure(surroundings, 1, figures);
        for (int count : surroundings.size().steps()) {
            measure(surroundings, count, figures);
        }
        return figures;
    }

    private void measure(Surroundings surroundings, int count, Map<String, Double> figures) throws Exception {
        double heapBefore = Heap.megabytes();
        int threadsBefore = threads();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(surroundings.apiUrl());
            component.getConfiguration().setApiKey(Surroundings.API_KEY);
            context.addComponent("pilotstatus", component);
            context.addRoutes(routes(count));
            long began = System.nanoTime();
            context.start();
            String prefix = name + "." + count;
            figures.put(prefix + ".start-ms", (System.nanoTime() - began) / NANOS_PER_MILLI);
            figures.put(prefix + ".heap-mb", Heap.megabytes() - heapBefore);
            figures.put(prefix + ".threads", (double) threads() - threadsBefore);
        }
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private RouteBuilder routes(int count) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < count; i++) {
                    from("direct:route" + i).to(uri(i));
                }
            }
        };
    }
}
