/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.PilotStatusComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** What it takes to send to many recipients, each named by an expression in one <code>to</code>, and what stays behind. */
public final class RecipientGrowth implements Sizing {

    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(surroundings.apiUrl());
            component.getConfiguration().setApiKey(Surroundings.API_KEY);
            context.addComponent("pilotstatus", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:recipients")
                            .split(body())
                            .to("pilotstatus:send?to=${body}&text=Hello&bodyAs=none")
                            .end();
                }
            });
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            int recipients = surroundings.size().most();
            send(template, 0, recipients);
            double heapBefore = Heap.megabytes();
            long began = System.nanoTime();
            send(template, recipients, recipients);
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("recipients." + recipients + ".ms", (System.nanoTime() - began) / NANOS_PER_MILLI);
            figures.put("recipients." + recipients + ".heap-mb", Heap.megabytes() - heapBefore);
            return figures;
        }
    }

    /** @param first number of the first recipient; the others count on from there */
    private static void send(ProducerTemplate template, int first, int count) {
        List<String> recipients = IntStream.range(first, first + count)
                .mapToObj(i -> "+55119%08d".formatted(80_000_000 + i))
                .toList();
        Exchange exchange = template.request(
                "direct:recipients", request -> request.getMessage().setBody(recipients));
        if (exchange.getException() != null) {
            throw new IllegalStateException("A message was not accepted", exchange.getException());
        }
    }
}
