/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.PilotStatusComponent;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Time to start, heap and threads of so many routes: without the component, with endpoints that share one client, and with
 * endpoints each of which has a client of its own.
 */
public final class EndpointGrowth implements Sizing {

    private static final List<Integer> COUNTS = List.of(1, 100, 1000);
    private static final double NANOS_PER_MILLI = 1e6;

    private static final Map<String, IntFunction<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("none", i -> "direct:other");
        KINDS.put("same", i -> "pilotstatus:send?to=+55119%08d".formatted(80_000_000 + i));
        KINDS.put("differing", i -> "pilotstatus:send?to=+55119%08d&maxInFlight=%d".formatted(80_000_000 + i, 1 + i));
    }

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        Map<String, Double> figures = new LinkedHashMap<>();
        // The first of each kind pays for classes that are loaded once.
        for (IntFunction<String> uri : KINDS.values()) {
            measure(surroundings, uri, 1, "warm-up", new LinkedHashMap<>());
        }
        for (Map.Entry<String, IntFunction<String>> kind : KINDS.entrySet()) {
            for (int count : COUNTS) {
                measure(surroundings, kind.getValue(), count, "endpoints." + kind.getKey() + "." + count, figures);
            }
        }
        return figures;
    }

    private static void measure(
            Surroundings surroundings, IntFunction<String> uri, int count, String name, Map<String, Double> figures)
            throws Exception {
        double heapBefore = Heap.megabytes();
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(surroundings.apiUrl());
            component.getConfiguration().setApiKey(Surroundings.API_KEY);
            context.addComponent("pilotstatus", component);
            context.addRoutes(routes(uri, count));
            long began = System.nanoTime();
            context.start();
            figures.put(name + ".start-ms", (System.nanoTime() - began) / NANOS_PER_MILLI);
            figures.put(name + ".heap-mb", Heap.megabytes() - heapBefore);
            figures.put(
                    name + ".threads",
                    (double) ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore);
        }
    }

    private static RouteBuilder routes(IntFunction<String> uri, int count) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < count; i++) {
                    from("direct:route" + i).to(uri.apply(i));
                }
            }
        };
    }
}
