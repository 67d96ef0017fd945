/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import br.com.pilotstatus.camel.IsolatedClasses;
import br.com.pilotstatus.camel.observe.IsolatedSend;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Applications whose class path lacks Spring, or what Camel has for it. */
@Timeout(60)
class WithoutSpringTest {

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    @Test
    void withoutSpringMessagesAreSentAllTheSame() throws Exception {
        try (IsolatedClasses classes = IsolatedClasses.without(WithoutSpringTest::isOfSpring)) {
            assertThatThrownBy(() -> classes.load("org.springframework.core.env.Environment"))
                    .isInstanceOf(ClassNotFoundException.class);

            assertThat(classes.application(IsolatedSend.class)
                            .apply(Map.of(
                                    "baseUrl", EXTENSION.simulator().baseUrl(),
                                    "apiKey", EXTENSION.simulator().apiKey())))
                    .isEqualTo("ACCEPTED");
        }
    }

    @Test
    void withSpringBootButWithoutCamelsSupportForItAnApplicationStartsAndSaysSo() throws Exception {
        try (IsolatedClasses classes = IsolatedClasses.without(WithoutSpringTest::joinsCamelAndSpring)) {
            assertThatThrownBy(() -> classes.load("org.apache.camel.spring.boot.CamelAutoConfiguration"))
                    .isInstanceOf(ClassNotFoundException.class);

            assertThat(classes.application(IsolatedBoot.class).apply("br.com.pilotstatus"))
                    .last(STRING)
                    .startsWith("WARN ")
                    .contains("no route runs", "camel-spring-boot-starter");
        }
    }

    @Test
    void withBothTheOptionsAreSetUp() throws Exception {
        try (IsolatedClasses classes = IsolatedClasses.without(jar -> false)) {
            assertThat(classes.application(IsolatedBoot.class).apply("br.com.pilotstatus"))
                    .containsExactly(PilotStatusAutoConfiguration.class.getName());
        }
    }

    private static boolean isOfSpring(String jar) {
        return jar.startsWith("spring-") || joinsCamelAndSpring(jar);
    }

    private static boolean joinsCamelAndSpring(String jar) {
        return jar.startsWith("camel-spring") || jar.matches("camel-.*-starter-.*");
    }
}
