/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.spring;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.support.DynamicPropertyRegistrarBeanInitializer;

/**
 * A simulator that lives as long as the application context, which Spring keeps from one test class to the next. The component
 * is pointed at it through the properties {@code camel.component.pilotstatus.base-url}, {@code .api-key} and
 * {@code .account-key}, which come before those of files and of the environment.
 *
 * <p>For {@code @Import} on a {@code @SpringBootTest}, where the simulator is reset before each test but keeps the webhooks that
 * the application registered, and for {@code SpringApplication.from(...).with(...)}. A bean of type
 * {@link PilotStatusSimulator.Builder} describes the simulator; default is one with all defaults.
 */
@TestConfiguration(proxyBeanMethods = false)
public class PilotStatusSimulatorConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PilotStatusSimulatorConfiguration.class);

    static final String SIMULATOR = "pilotStatusSimulator";

    private static final String PREFIX = "camel.component.pilotstatus.";

    @Bean(name = SIMULATOR, destroyMethod = "close")
    PilotStatusSimulator simulator(ObjectProvider<PilotStatusSimulator.Builder> description) {
        PilotStatusSimulator simulator = description
                .getIfAvailable(PilotStatusSimulator::builder)
                .build()
                .start();
        LOG.info("The Pilot Status simulator listens at {}", simulator.origin());
        return simulator;
    }

    @Bean
    DynamicPropertyRegistrar pilotStatusSimulatorProperties(PilotStatusSimulator simulator) {
        return properties -> {
            properties.add(PREFIX + "base-url", simulator::baseUrl);
            properties.add(PREFIX + "api-key", simulator::apiKey);
            properties.add(PREFIX + "account-key", simulator::accountKey);
        };
    }

    /** Spring has one in tests only; without it nobody asks for the properties when the application is run. */
    @Bean
    @ConditionalOnMissingBean
    static DynamicPropertyRegistrarBeanInitializer dynamicPropertyRegistrarBeanInitializer() {
        return new DynamicPropertyRegistrarBeanInitializer();
    }
}
