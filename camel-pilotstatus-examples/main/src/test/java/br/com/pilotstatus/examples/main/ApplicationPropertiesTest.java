/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.examples.main.demo.Systems;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.state.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplicationPropertiesTest {

    private final Properties properties = new Properties();

    @BeforeEach
    void load() throws IOException {
        try (InputStream file = Application.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }
    }

    @Test
    void theAddressIsWhereTheSimulatorListensByDefault() {
        assertThat(properties.getProperty("camel.component.pilotstatus.base-url"))
                .isEqualTo("http://127.0.0.1:8787/v1");
    }

    @Test
    void theKeyIsTheOneOfTheSimulatedMetaNumber() {
        assertThat(properties.getProperty("camel.component.pilotstatus.api-key"))
                .isEqualTo(PilotStatusSimulator.builder()
                        .seed(Systems.SEED)
                        .build()
                        .number(Provider.META)
                        .key()
                        .value());
    }

    @Test
    void addressKeyTokenAndJournalAreAllThatNamesPilotStatus() {
        assertThat(properties.stringPropertyNames())
                .filteredOn(name -> name.startsWith("camel.component.pilotstatus"))
                .containsExactlyInAnyOrder(
                        "camel.component.pilotstatus.base-url",
                        "camel.component.pilotstatus.api-key",
                        "camel.component.pilotstatus.token",
                        "camel.component.pilotstatus.journal");
    }
}
