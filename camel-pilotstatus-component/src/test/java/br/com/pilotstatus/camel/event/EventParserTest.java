/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.model.WebhookEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class EventParserTest {

    private final EventParser parser = new EventParser();

    @Test
    void theTextIsKeptAsReceived() throws MalformedEventException {
        String json = "{ \"event\" : \"message.received\",\n \"data\":{\"content\":\"Ol\u00e1 \ud83d\ude00\"} }";

        WebhookEvent event = parser.parse(json.getBytes(UTF_8));

        assertThat(event.json()).isEqualTo(json);
        assertThat(event.text()).isEqualTo("Ol\u00e1 \ud83d\ude00");
    }

    @Test
    void anotherEncodingIsRefused() {
        assertRefused("{\"event\":\"x\"}".getBytes(UTF_16), "the body must be UTF-8");
    }

    @Test
    void aCharacterOfTooManyBytesIsRefused() {
        assertRefused(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}, "the body must be UTF-8");
    }

    @Test
    void nestingUpToTheLimitIsAccepted() throws MalformedEventException {
        assertThat(parser.parse(nested(62)).name()).isEqualTo("x");
    }

    @Test
    void deeperNestingIsRefused() {
        assertRefused(nested(64), "the body must not nest deeper than 64 levels, nor hold overlong numbers or names");
    }

    @Test
    void noErrorQuotesTheBody() {
        String secret = "Marina-5511977770000";

        assertThatThrownBy(() -> parser.parse(("{\"event\":" + secret).getBytes(UTF_8)))
                .isInstanceOf(MalformedEventException.class)
                .satisfies(error -> {
                    StringWriter text = new StringWriter();
                    error.printStackTrace(new PrintWriter(text));
                    assertThat(text.toString()).doesNotContain("Marina", "5511977770000");
                });
    }

    private void assertRefused(byte[] body, String rule) {
        assertThatThrownBy(() -> parser.parse(body))
                .isInstanceOf(MalformedEventException.class)
                .hasMessage(rule);
    }

    private static byte[] nested(int levels) {
        return ("{\"event\":\"x\",\"data\":{\"a\":" + "[".repeat(levels) + "]".repeat(levels) + "}}").getBytes(UTF_8);
    }
}
