/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.client.EndedCall;
import br.com.pilotstatus.camel.error.Outcome;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which registry of the application gets the metrics. */
class MetricsRegistryTest {

    private final CamelContext context = new DefaultCamelContext();
    private final MeterRegistry one = new SimpleMeterRegistry();
    private final MeterRegistry other = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        context.stop();
    }

    private void bind(String name, MeterRegistry registry) {
        context.getRegistry().bind(name, registry);
    }

    private void record() {
        MetricsResolver.resolve(context, "pilotstatus")
                .ended(new EndedCall(Operation.SEND, Outcome.ACCEPTED, 202, null, 1, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void withoutOneNothingIsRecorded() {
        assertThat(MetricsResolver.resolve(context, "pilotstatus")).isSameAs(PilotStatusMetrics.NONE);
    }

    @Test
    void theOnlyOneIsTaken() {
        bind("mine", one);
        record();
        assertThat(one.getMeters()).isNotEmpty();
    }

    @Test
    void theOneThatCamelUsesIsTakenAmongSeveral() {
        bind("mine", one);
        bind("metricsRegistry", other);
        record();
        assertThat(other.getMeters()).isNotEmpty();
        assertThat(one.getMeters()).isEmpty();
    }

    @Test
    void theOneThatCombinesOthersIsTakenAmongSeveral() {
        bind("mine", one);
        bind("all", new CompositeMeterRegistry(Clock.SYSTEM, List.of(other)));
        record();
        assertThat(other.getMeters()).isNotEmpty();
        assertThat(one.getMeters()).isEmpty();
    }

    @Test
    void amongSeveralEqualsNoneIsPicked() {
        bind("mine", one);
        bind("yours", other);
        assertThat(MetricsResolver.resolve(context, "pilotstatus")).isSameAs(PilotStatusMetrics.NONE);
    }

    @Test
    void contextsThatShareOneAreToldApart() {
        bind("mine", one);
        record();
        assertThat(one.getMeters())
                .allSatisfy(meter ->
                        assertThat(meter.getId().getTag("camelContext")).isEqualTo(context.getName()));
    }
}
