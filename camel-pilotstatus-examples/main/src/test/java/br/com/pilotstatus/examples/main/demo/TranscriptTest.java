/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aTerminalGetsColors() {
        transcript(true).success("done");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b[32mAll of it happened: \u001b[0mdone");
    }

    @Test
    void aFileGetsNone() {
        transcript(false).success("done");

        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
    }

    @Test
    void aPhoneIsMasked() {
        assertThat(Transcript.masked("+5511977770000")).isEqualTo("+55 11 9****-0000");
    }

    @Test
    void aPhoneOfAnotherShapeIsHiddenWhole() {
        assertThat(Transcript.masked("+4915112345678")).isEqualTo("****");
    }

    private Transcript transcript(boolean colored) {
        return new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8), colored);
    }
}
