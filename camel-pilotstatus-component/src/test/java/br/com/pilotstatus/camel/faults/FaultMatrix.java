/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.camel.faults.Expectation.Verdict;
import br.com.pilotstatus.camel.faults.FaultCase.Scene;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;

/** Plays faults against calls, one fault at a time on one simulator, each call with a client of its own. */
final class FaultMatrix {

    static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(500);
    static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(4);
    static final Duration ACQUIRE_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration HUNG = Duration.ofSeconds(30);

    private final CamelContext context;
    private final ExecutorService callers;
    private final AtomicInteger components = new AtomicInteger();

    FaultMatrix(CamelContext context, ExecutorService callers) {
        this.context = context;
        this.callers = callers;
    }

    /** All calls under one fault, at the same time. */
    List<Cell> play(FaultCase fault, PilotStatusSimulator simulator) throws Exception {
        simulator.reset();
        try (Scene scene = fault.trouble().begin(simulator)) {
            List<CompletableFuture<Cell>> cells = Arrays.stream(ApiCall.values())
                    .map(call -> CompletableFuture.supplyAsync(() -> cell(fault, call, scene, simulator), callers))
                    .toList();
            List<Cell> row = new ArrayList<>();
            for (CompletableFuture<Cell> cell : cells) {
                row.add(cell.get());
            }
            return row;
        }
    }

    private Cell cell(FaultCase fault, ApiCall call, Scene scene, PilotStatusSimulator simulator) {
        String name = "cell" + components.incrementAndGet();
        PilotStatusComponent component = new PilotStatusComponent();
        configure(component.getConfiguration(), scene.baseUrl(), simulator.apiKey());
        context.addComponent(name, component);
        try (AsyncProducer producer = context.getEndpoint(call.uri(name)).createAsyncProducer()) {
            producer.start();
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(call.body());
            Instant begin = Instant.now();
            boolean ended = end(producer, exchange);
            Duration time = Duration.between(begin, Instant.now());
            return new Cell(fault, call, ended ? verdict(exchange, call.done(simulator)) : null, time);
        } catch (Exception e) {
            throw new IllegalStateException(fault + ", " + call, e);
        } finally {
            context.removeComponent(name);
        }
    }

    private static boolean end(AsyncProducer producer, Exchange exchange) throws Exception {
        try {
            producer.processAsync(exchange).get(HUNG.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static Verdict verdict(Exchange exchange, long done) {
        Message message = exchange.getMessage();
        return new Verdict(
                Outcome.valueOf(message.getHeader(PilotStatusConstants.OUTCOME, String.class)),
                exchange.getException() == null
                        ? ""
                        : exchange.getException().getClass().getSimpleName(),
                message.getHeader(PilotStatusConstants.ATTEMPTS, Integer.class),
                done);
    }

    private static void configure(PilotStatusConfiguration configuration, String baseUrl, String key) {
        configuration.setBaseUrl(baseUrl);
        configuration.setApiKey(key);
        configuration.setConnectTimeout(RESPONSE_TIMEOUT.toMillis());
        configuration.setResponseTimeout(RESPONSE_TIMEOUT.toMillis());
        configuration.setTotalTimeout(TOTAL_TIMEOUT.toMillis());
        configuration.setAcquireTimeout(ACQUIRE_TIMEOUT.toMillis());
        configuration.setMaxAttempts(Expectation.MAX_ATTEMPTS);
        configuration.setMaxInFlight(2);
    }
}
