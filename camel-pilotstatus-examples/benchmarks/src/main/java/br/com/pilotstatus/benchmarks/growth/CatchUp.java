/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.benchmarks.growth;

import br.com.pilotstatus.benchmarks.process.Pool;
import br.com.pilotstatus.benchmarks.process.Sizing;
import br.com.pilotstatus.benchmarks.process.Surroundings;
import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.poll.PollPosition;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** How long polling takes to catch up with the messages of a week. */
public final class CatchUp implements Sizing {

    private static final Duration DOWN = Duration.ofDays(7);
    private static final long HUNG_SECONDS = 120;
    private static final double NANOS_PER_MILLI = 1e6;
    /** Of the messages with an inbox in a database, those in memory. */
    private static final int TIMES = 10;

    @Override
    public Map<String, Double> measure(Surroundings surroundings) throws Exception {
        int messages = surroundings.size().most();
        Map<String, Double> figures = new LinkedHashMap<>();
        try (HikariDataSource pool = Pool.of(surroundings.jdbcUrl())) {
            figures.put("poll.postgres." + messages + ".ms", catchUp(messages, new JdbcClaimStore(pool)));
        }
        figures.put("poll.memory." + TIMES * messages + ".ms", catchUp(TIMES * messages, new MemoryClaimStore()));
        return figures;
    }

    private static double catchUp(int messages, ClaimStore inbox) throws Exception {
        Instant start = Instant.now().minus(DOWN);
        inbox.done("poll|benchmark|position", new PollPosition(start, start).toText());
        CountDownLatch open = new CountDownLatch(messages);
        try (History history = new History(start, DOWN, messages);
                DefaultCamelContext context = new DefaultCamelContext()) {
            PilotStatusComponent component = new PilotStatusComponent();
            component.getConfiguration().setBaseUrl(history.url());
            component.getConfiguration().setApiKey(Surroundings.API_KEY);
            component.getConfiguration().setInbox(inbox);
            context.addComponent("pilotstatus", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("pilotstatus:poll?initialDelay=1&delay=20&subscriptionName=benchmark")
                            .process(exchange -> open.countDown());
                }
            });
            long began = System.nanoTime();
            context.start();
            if (!open.await(HUNG_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(open.getCount() + " messages were not polled");
            }
            return (System.nanoTime() - began) / NANOS_PER_MILLI;
        }
    }
}
