/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads whole answers: nothing that came with a request may go back. */
interface ReplyTests extends OnServer {

    String MARK = "marked-7c1d";

    @ParameterizedTest
    @CsvSource({
        "200, POST, " + TOKEN_PATH + ", application/json, Hello, " + OLD_TOKEN,
        "500, POST, " + TOKEN_PATH + ", application/json, " + Runs.FAIL_FIRST + ", " + OLD_TOKEN,
        "401, POST, " + TOKEN_PATH + ", application/json, Hello, wrong-token-7c1d",
        "415, POST, " + TOKEN_PATH + ", text/plain, Hello, " + OLD_TOKEN,
        "405, PUT, " + TOKEN_PATH + ", application/json, Hello, " + OLD_TOKEN,
        "404, POST, /elsewhere, application/json, Hello, " + OLD_TOKEN,
    })
    default void nothingOfTheRequestGoesBack(
            int status, String method, String path, String contentType, String text, String token) {
        Event event = Event.saying(text);

        Answer answer = send(marked(path + "?token=" + token + "&q=" + MARK, event.bytes())
                .method(method)
                .with("Content-Type", contentType));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text().toLowerCase(Locale.ROOT))
                .doesNotContain(MARK, token, "x-signature", "cookie", "authorization", "user-agent")
                .doesNotContain(event.id(), "5511977770000", "camel", "exception");
    }

    @Test
    default void aMalformedBodyDoesNotGoBack() {
        Answer answer = send(marked(TOKEN_PATH + "?token=" + OLD_TOKEN, ("{" + MARK).getBytes(UTF_8)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain(MARK, OLD_TOKEN);
    }

    @Test
    default void theAnswerIsAFixedText() {
        Answer answer = send(Call.with(Event.any()));

        assertThat(answer.header("Content-Type")).containsPattern("(?i)^text/plain; ?charset=utf-8$");
        assertThat(answer.body()).isEqualTo("OK");
    }

    private static Call marked(String target, byte[] body) {
        return Call.to(target, body)
                .with("X-Signature", MARK)
                .with("Cookie", "session=" + MARK)
                .with("Authorization", "Bearer " + MARK)
                .with("User-Agent", MARK)
                .with("X-" + MARK, "1")
                .with("Accept", MARK + "/json");
    }
}
