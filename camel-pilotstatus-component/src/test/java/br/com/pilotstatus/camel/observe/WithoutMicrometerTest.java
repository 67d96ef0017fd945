/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.IsolatedClasses;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application without Micrometer, whose classes all come from a class path that does not have it. */
@Timeout(60)
class WithoutMicrometerTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private IsolatedClasses classes;

    @BeforeEach
    void enter() throws Exception {
        classes = IsolatedClasses.without(jar -> jar.startsWith("micrometer-"));
    }

    @AfterEach
    void leave() {
        classes.close();
    }

    @Test
    void itIsReallyNotThere() {
        assertThatThrownBy(() -> classes.load("io.micrometer.core.instrument.MeterRegistry"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void messagesAreSentAllTheSame() throws Exception {
        String outcome = classes.application(IsolatedSend.class)
                .apply(Map.of(
                        "baseUrl", EXTENSION.simulator().baseUrl(),
                        "apiKey", EXTENSION.simulator().apiKey()));

        assertThat(outcome).isEqualTo("ACCEPTED");
        assertThat(EXTENSION.simulator().ledger().count()).isEqualTo(1);
    }
}
