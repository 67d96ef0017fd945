/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusComponent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A steady rate of sends through a route, to a simulator in another process that takes 200 ms for each answer. Not part
 * of the ordinary build; <code>docs/performance.md</code> has the command.
 */
@Tag("load")
@Timeout(300)
class ThroughputTest {

    private static final int PER_SECOND = Integer.getInteger("pilotstatus.load.rate", 1000);
    private static final int SECONDS = Integer.getInteger("pilotstatus.load.seconds", 30);
    private static final int TICK = 10;
    private static final int PLACES = 600;
    private static final Duration ANSWER_TIME = Duration.ofMillis(200);

    private final ScheduledExecutorService driver = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger started = new AtomicInteger();

    @Test
    void aThousandSendsASecondHoldNoThreadEach() throws Exception {
        int calls = PER_SECOND * SECONDS;
        try (SimulatorProcess simulator = new SimulatorProcess();
                CamelContext context = context(simulator)) {
            simulator.delay(ANSWER_TIME);
            LoadMeter meter = drive(context, calls);
            System.out.println(meter.report());
            assertThat(meter.accepted()).isEqualTo(calls);
            Set<String> texts = textsInLedger(simulator);
            assertThat(texts).hasSize(calls);
            assertThat(simulator.get("/requests").path("sendMessage").asLong()).isEqualTo(calls);
            assertThat(meter.peakOwnThreads()).isLessThan(PER_SECOND / 5);
        } finally {
            driver.shutdownNow();
            sampler.shutdownNow();
        }
    }

    private LoadMeter drive(CamelContext context, int calls) throws Exception {
        try (AsyncProducer producer = context.getEndpoint("direct:send").createAsyncProducer()) {
            producer.start();
            LoadMeter meter = new LoadMeter(calls);
            Future<?> sends = driver.scheduleAtFixedRate(
                    () -> tick(context, producer, meter, calls), 0, TICK, TimeUnit.MILLISECONDS);
            Future<?> samples =
                    sampler.scheduleAtFixedRate(() -> meter.sample(started.get()), 1000, 500, TimeUnit.MILLISECONDS);
            await().atMost(Duration.ofSeconds(SECONDS * 4L + 60)).until(() -> meter.ended() == calls);
            sends.cancel(false);
            samples.cancel(false);
            return meter;
        }
    }

    private void tick(CamelContext context, AsyncProducer producer, LoadMeter meter, int calls) {
        for (int i = 0; i < PER_SECOND * TICK / 1000 && started.get() < calls; i++) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody("message " + started.incrementAndGet());
            long begin = System.nanoTime();
            producer.process(exchange, synchronous -> meter.ended(begin, exchange.getException() == null));
        }
    }

    private static Set<String> textsInLedger(SimulatorProcess simulator) throws Exception {
        JsonNode ledger = simulator.get("/ledger");
        return StreamSupport.stream(ledger.spliterator(), false)
                .map(entry -> entry.path("request").path("text").asText())
                .collect(Collectors.toSet());
    }

    private static CamelContext context(SimulatorProcess simulator) throws Exception {
        CamelContext context = new DefaultCamelContext();
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl());
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setMaxInFlight(PLACES);
        context.addComponent("pilotstatus", component);
        RouteBuilder.addRoutes(context, route -> route.from("direct:send").to("pilotstatus:send?to=+5511988887777"));
        context.start();
        return context;
    }
}
