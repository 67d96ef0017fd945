/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.faults;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusConfiguration;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.error.Outcome;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** One simulator and one context for many tries. Messages are told apart by their text, which is never used twice. */
final class SendBench implements AutoCloseable {

    static final int PLACES = 2;
    private static final int RESPONSE_TIMEOUT = 300;
    private static final int TOTAL_TIMEOUT = 900;
    private static final int ACQUIRE_TIMEOUT = 1500;
    private static final int LARGEST_ANSWER = 1_000_000;
    private static final Duration HUNG = Duration.ofSeconds(20);

    private final PilotStatusSimulator simulator =
            PilotStatusSimulator.builder().build().start();
    private final CamelContext context = new DefaultCamelContext();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final AtomicInteger texts = new AtomicInteger();
    private final AsyncProducer producer;

    /**
     * What became of one message.
     *
     * @param text    names it
     * @param outcome as the route hears it
     * @param tries   as the route hears it
     */
    record Sent(String text, Outcome outcome, int tries) {}

    /** @param options of the endpoint, beginning with an ampersand, or empty */
    SendBench(String options) throws Exception {
        PilotStatusComponent component = new PilotStatusComponent();
        configure(component.getConfiguration());
        context.addComponent("pilotstatus", component);
        context.start();
        producer = context.getEndpoint("pilotstatus:send?to=+5511988887777" + options)
                .createAsyncProducer();
        producer.start();
    }

    private void configure(PilotStatusConfiguration configuration) {
        configuration.setBaseUrl(simulator.baseUrl());
        configuration.setApiKey(simulator.apiKey());
        configuration.setMaxInFlight(PLACES);
        configuration.setResponseTimeout(RESPONSE_TIMEOUT);
        configuration.setTotalTimeout(TOTAL_TIMEOUT);
        configuration.setAcquireTimeout(ACQUIRE_TIMEOUT);
        configuration.setMaxResponseSize(LARGEST_ANSWER);
    }

    /**
     * Sends so many messages at once while one fault after the other strikes one request each.
     *
     * @throws java.util.concurrent.TimeoutException when an exchange does not end
     */
    List<Sent> play(List<Fault> script, int messages) throws Exception {
        simulator.faults().clear();
        script.forEach(fault -> simulator.faults().add(FaultRule.next(1, fault)));
        List<Sent> sent = send(messages);
        simulator.faults().clear();
        return sent;
    }

    /** Sends as many as there are places, and says whether all went out at the same time. */
    boolean allPlacesAreFree() throws Exception {
        Duration answerTime = Duration.ofMillis(150);
        simulator.faults().add(FaultRule.always(Fault.delay(answerTime)));
        long begin = System.nanoTime();
        List<Sent> sent = send(PLACES);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        simulator.faults().clear();
        return sent.stream().allMatch(one -> one.outcome() == Outcome.ACCEPTED)
                && taken.compareTo(answerTime.multipliedBy(PLACES)) < 0;
    }

    // The future within the future is unwrapped by the next step.
    @SuppressWarnings("FutureReturnValueIgnored")
    private List<Sent> send(int messages) throws Exception {
        List<CompletableFuture<Exchange>> exchanges = IntStream.range(0, messages)
                .mapToObj(i -> exchange("message " + texts.incrementAndGet() + "."))
                .map(exchange -> CompletableFuture.supplyAsync(() -> producer.processAsync(exchange), callers)
                        .thenCompose(ended -> ended))
                .toList();
        CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new)).get(HUNG.toSeconds(), TimeUnit.SECONDS);
        return exchanges.stream()
                .map(CompletableFuture::join)
                .map(SendBench::read)
                .toList();
    }

    private Exchange exchange(String text) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(text);
        return exchange;
    }

    private static Sent read(Exchange exchange) {
        return new Sent(
                exchange.getMessage().getBody(String.class),
                Outcome.valueOf(exchange.getMessage().getHeader(PilotStatusConstants.OUTCOME, String.class)),
                exchange.getMessage().getHeader(PilotStatusConstants.ATTEMPTS, Integer.class));
    }

    /** How often the service accepted a message, by its own books. */
    long accepted(Sent sent) {
        return simulator.ledger().entries().stream()
                .filter(entry -> entry.request().path("text").asText().equals(sent.text()))
                .count();
    }

    @Override
    public void close() throws Exception {
        producer.close();
        context.close();
        callers.shutdownNow();
        simulator.close();
    }
}
