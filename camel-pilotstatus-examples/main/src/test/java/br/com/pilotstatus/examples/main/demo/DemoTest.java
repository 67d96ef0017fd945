/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class WhenEverythingHappens {

        private int exitCode;

        @BeforeAll
        void run() {
            exitCode = demo(Duration.ofSeconds(20), Map.of()).run(false);
        }

        @Test
        void itEndsWithZero() {
            assertThat(exitCode).as(transcript()).isZero();
        }

        @Test
        void itTellsEachStory() {
            assertThat(transcript())
                    .containsSubsequence(
                            "new order 1042",
                            "template order_confirmed",
                            "✓ sent",
                            "✓✓ delivered",
                            "✓✓ read",
                            "Marina replies",
                            "note on order 1042",
                            "Thank you! We noted it on your order 1042.",
                            "document invoice-1042.pdf",
                            "one message in the queue",
                            "Your lamp is on its way",
                            "All of it happened: 4 messages accepted once each");
        }

        @Test
        void itShowsNoPhone() {
            assertThat(transcript()).contains("+55 11 9****-0000").doesNotContain("977770000");
        }
    }

    /** The first part and the last: no such template, another queue. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.template | no_such_template | the message about order 1042 is accepted | TEMPLATE_NOT_FOUND",
                "queue.name | elsewhere | the queue message is accepted | 3 accepted messages"
            })
    void itEndsWithTheReasonWhenOnePartDoesNotHappen(String property, String value, String missing, String state) {
        int exitCode = demo(Duration.ofSeconds(3), Map.of(property, value)).run(false);

        assertThat(exitCode).as(transcript()).isEqualTo(1);
        assertThat(transcript())
                .contains("It did not all happen: within 3 seconds it did not come to this: " + missing, state)
                .doesNotContain("All of it happened");
    }

    @Test
    void itEndsWithTheReasonWhenTheApplicationDoesNotStart() {
        int exitCode = demo(
                        Duration.ofSeconds(3),
                        Map.of("camel.component.pilotstatus.base-url", "http://pilotstatus.example/v1"))
                .run(false);

        assertThat(exitCode).isEqualTo(2);
        assertThat(transcript()).contains("It did not all happen: ");
    }

    private Demo demo(Duration patience, Map<String, String> changes) {
        Properties properties = new Properties();
        properties.putAll(changes);
        Transcript transcript = new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        return new Demo(transcript, Duration.ofMillis(50), patience, properties);
    }

    private String transcript() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
