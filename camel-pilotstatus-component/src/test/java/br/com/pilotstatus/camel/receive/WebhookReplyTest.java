/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.PATH;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.TOKEN;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the raw bytes of the answers: nothing that came with the request may go back. */
class WebhookReplyTest {

    private static final String MARK = "marked-7c1d";

    private static WebhookRuntime runtime;

    @BeforeAll
    static void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                from(WebhookRuntime.FROM)
                        .filter(simple("${body.text} == 'fail'"))
                        .throwException(new IllegalStateException(MARK))
                        .end()
                        .setHeader("X-From-The-Route", constant(MARK))
                        .setBody(constant(MARK));
                from("pilotstatus:webhook?path=/small&maxPayloadSize=20&token=" + TOKEN)
                        .to("mock:small");
                from("pilotstatus:webhook?path=/suspended&token=" + TOKEN)
                        .routeId("suspended")
                        .to("mock:suspended");
            }
        });
        runtime.context().getRouteController().suspendRoute("suspended");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @CsvSource({
        "200, POST, " + PATH + ", application/json, Hello, " + TOKEN,
        "500, POST, " + PATH + ", application/json, fail, " + TOKEN,
        "401, POST, " + PATH + ", application/json, Hello, wrong",
        "415, POST, " + PATH + ", text/plain, Hello, " + TOKEN,
        "405, PUT, " + PATH + ", application/json, Hello, " + TOKEN,
        "413, POST, /small, application/json, Hello, " + TOKEN,
        "503, POST, /suspended, application/json, Hello, " + TOKEN,
        "404, POST, /elsewhere, application/json, Hello, " + TOKEN,
    })
    void nothingOfTheRequestGoesBack(
            int status, String method, String path, String contentType, String text, String token) throws IOException {
        String body = EVENT.replace("Hello", text).replace("000001", "00" + status);

        String answer = raw(method, path, contentType, body, token);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .doesNotContain(MARK, token, "x-signature", "cookie", "authorization", "user-agent", "x-from-the-route")
                .doesNotContain("cmq1xa9p2", "5511977770000", "camel");
    }

    @Test
    void aMalformedBodyDoesNotGoBack() throws IOException {
        assertThat(raw("POST", PATH, "application/json", "{" + MARK, TOKEN))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain(MARK);
    }

    @Test
    void theAnswerIsPlainTextOfKnownLength() {
        HttpResponse<String> answer = send(runtime.event(EVENT));

        assertThat(answer.headers().map()).containsOnlyKeys("content-length", "content-type");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
    }

    private static String raw(String method, String path, String contentType, String body, String token)
            throws IOException {
        String head = String.join(
                "\r\n",
                method + " " + path + "?token=" + token + "&q=" + MARK + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: " + contentType,
                "Content-Length: " + body.length(),
                "X-Signature: " + MARK,
                "Cookie: session=" + MARK,
                "Authorization: Bearer " + MARK,
                "User-Agent: " + MARK,
                "X-" + MARK + ": 1",
                "Accept: " + MARK + "/json",
                "Connection: close");
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), runtime.port())) {
            socket.getOutputStream().write((head + "\r\n\r\n" + body).getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
