/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.spring.PilotStatusSimulatorConfiguration;
import br.com.pilotstatus.simulator.state.Provider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What the application has around it elsewhere, inside of it: Pilot Status with two numbers, and PostgreSQL. */
@TestConfiguration(proxyBeanMethods = false)
@Import(PilotStatusSimulatorConfiguration.class)
class Surroundings {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    DynamicPropertyRegistrar database(EmbeddedPostgres postgres) {
        return properties -> {
            properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
            properties.add("spring.datasource.username", () -> "postgres");
            properties.add("spring.datasource.password", () -> "postgres");
        };
    }

    @Bean
    DynamicPropertyRegistrar secondNumber(PilotStatusSimulator pilotStatus) {
        return properties -> {
            properties.add("camel.component.logistics.base-url", pilotStatus::baseUrl);
            properties.add(
                    "camel.component.logistics.api-key",
                    () -> pilotStatus.number(Provider.META).key().value());
        };
    }
}
