/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DemoTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void itEndsWithZeroWhenEverythingHappened() {
        int exitCode = demo(Duration.ofSeconds(20), Map.of()).run(false);

        assertThat(exitCode).as(transcript()).isZero();
        assertThat(transcript())
                .contains("new order 1042", "template order_confirmed", "✓✓ read", "note on order 1042")
                .contains("document invoice-1042.pdf", "All of it happened: 4 messages accepted once each");
    }

    @Test
    void itShowsNoPhone() {
        demo(Duration.ofSeconds(20), Map.of()).run(false);

        assertThat(transcript()).contains("+55 11 9****-0000").doesNotContain("977770000");
    }

    @Test
    void itEndsWithTheReasonWhenTheOrderIsNotAccepted() {
        int exitCode = demo(Duration.ofSeconds(2), Map.of("orders.template", "no_such_template"))
                .run(false);

        assertThat(exitCode).isEqualTo(1);
        assertThat(transcript())
                .contains("It did not all happen", "the message about order 1042 is accepted", "TEMPLATE_NOT_FOUND")
                .doesNotContain("All of it happened");
    }

    @Test
    void itEndsWithTheReasonWhenNoEventComesThrough() {
        int exitCode = demo(Duration.ofSeconds(2), Map.of("erp.url", "http://127.0.0.1:1"))
                .run(false);

        assertThat(exitCode).isEqualTo(1);
        assertThat(transcript()).contains("It did not all happen");
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
