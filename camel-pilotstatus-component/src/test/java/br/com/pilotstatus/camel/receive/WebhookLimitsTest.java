/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.PATH;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is refused although its token is right; none of it may reach the route. */
class WebhookLimitsTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private static WebhookRuntime runtime;

    @BeforeAll
    static void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM).to("mock:route");
                from("pilotstatus:webhook?path=/small&maxPayloadSize=300&token=" + TOKEN)
                        .to("mock:small");
            }
        });
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void anEventOfAMebibyteIsAccepted() {
        assertAnswer(runtime.event(padded(MEBIBYTE)), 200);
    }

    @Test
    void anEventWithoutDeclaredLengthIsAccepted() {
        assertAnswer(runtime.event(chunked(EVENT)), 200);
    }

    @Test
    void sizeComesBeforeCredentials() {
        assertRefused(
                runtime.to("/small")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(padded(301))),
                413);
    }

    @Test
    void theLimitIsAnOption() {
        assertRefused(
                runtime.to("/small?token=" + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(padded(301))),
                413);
    }

    @Test
    void deepNestingIsMalformed() {
        assertRefused(runtime.event("{\"event\":\"x\",\"data\":" + "[".repeat(64) + "]".repeat(64) + "}"), 400);
    }

    @Test
    void aMillionBracketsAreMalformed() {
        assertRefused(runtime.event("[".repeat(1_000_000)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "null",
                "[]",
                "\"message.sent\"",
                "{}",
                "{\"event\":",
                "{\"event\":null}",
                "{\"event\":\"\"}",
                "{\"event\":\"message.sent\\u0000\"}",
                "{\"event\":\"message.sent\"} {}",
                "{'event':'message.sent'}",
                "{\"event\":{\"name\":\"message.sent\"}}",
                "\uFEFF{\"event\":\"message.sent\"}"
            })
    void whatIsNoEventIsMalformed(String body) {
        assertRefused(runtime.event(body), 400);
    }

    @Test
    void anEventNameThatIsTooLongIsMalformed() {
        assertRefused(runtime.event("{\"event\":\"" + "x".repeat(65) + "\"}"), 400);
    }

    @Test
    void anEmptyBodyIsABadRequest() {
        assertRefused(runtime.event(BodyPublishers.noBody()), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "text/json",
                "nonsense"
            })
    void anotherContentTypeIsUnsupported(String contentType) {
        assertRefused(runtime.event(EVENT).setHeader("Content-Type", contentType), 415);
    }

    @Test
    void noContentTypeIsUnsupported() {
        assertRefused(runtime.to(PATH + "?token=" + TOKEN).POST(BodyPublishers.ofString(EVENT)), 415);
    }

    @Test
    void aContentTypeThatIsAKindOfJsonIsAccepted() {
        assertAnswer(runtime.event(EVENT).setHeader("Content-Type", "Application/Vnd.Events+JSON; charset=utf-8"), 200);
    }

    @Test
    void aCompressedBodyIsUnsupported() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(EVENT.getBytes(UTF_8));
        }

        assertRefused(
                runtime.event(BodyPublishers.ofByteArray(compressed.toByteArray()))
                        .header("Content-Encoding", "gzip"),
                415);
    }

    @Test
    void theEncodingIdentityIsNone() {
        assertAnswer(runtime.event(EVENT).header("Content-Encoding", "identity"), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void anotherMethodIsNotAllowed(String method) {
        assertRefused(runtime.event(EVENT).method(method, BodyPublishers.ofString(EVENT)), 405);
    }

    private static void assertRefused(HttpRequest.Builder request, int status) {
        int before = runtime.mock("route").getReceivedCounter();
        assertAnswer(request, status);
        assertThat(runtime.mock("route").getReceivedCounter()).isEqualTo(before);
    }

    private static String padded(int size) {
        int padding = size - EVENT.length();
        return EVENT.replace("Hello", "Hello" + "x".repeat(padding));
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
