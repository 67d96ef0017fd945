/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that keeps Camel's thread pools small does not limit its sends by that. */
@Timeout(120)
class ThreadPoolProfileTest extends SimulatorTestSupport {

    private static final int CALLS = 1500;

    @Override
    public CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getExecutorServiceManager().getDefaultThreadPoolProfile().setMaxQueueSize(20);
        return created;
    }

    @Override
    public void configure(PilotStatusConfiguration configuration) {
        configuration.setMaxInFlight(1000);
        configuration.setAcquireTimeout(60_000);
    }

    @Test
    void asManyCallsMayBeUnderWayAsWithoutSuchAProfile() throws Exception {
        simulator().faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(500))));
        AsyncProducer producer =
                context.getEndpoint("pilotstatus:send?to=" + PHONE).createAsyncProducer();
        producer.start();

        List<CompletableFuture<Exchange>> calls = IntStream.range(0, CALLS)
                .mapToObj(i -> {
                    Exchange exchange = producer.getEndpoint().createExchange();
                    exchange.getMessage().setBody("Hi");
                    return producer.processAsync(exchange);
                })
                .toList();

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.join().getException()).isNull());
        assertThat(simulator().ledger().count()).isEqualTo(CALLS);
    }
}
