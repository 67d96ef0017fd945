/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.EVENT;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final String OLD_SECRET = "old-secret-c2f4a8367b1e5d90";
    private static final String NEW_SECRET = "new-secret-5d90c2f4a8367b1e";
    private static final byte[] BODY = EVENT.getBytes(UTF_8);

    private static WebhookRuntime runtime;

    @BeforeAll
    static void start() throws Exception {
        runtime = WebhookRuntime.started(new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook?secret=" + OLD_SECRET + "," + NEW_SECRET)
                        .to("mock:route");
                from("pilotstatus:webhook?path=/own&signatureHeader=X-Own-Signature&secret=" + NEW_SECRET)
                        .to("mock:own");
            }
        });
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @BeforeEach
    void forget() {
        runtime.mock("route").reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-pilot-status-signature", "X-Webhook-Signature", "x-signature"})
    void eachUsualHeaderMayHoldTheSignature(String header) {
        assertAnswer(signed(header, hex(NEW_SECRET, BODY), BODY), 200);
    }

    @Test
    void aHeaderOfAnotherNameMayHoldTheSignature() {
        assertAnswer(
                runtime.to("/own")
                        .header("Content-Type", "application/json")
                        .header("x-own-signature", hex(NEW_SECRET, BODY))
                        .POST(BodyPublishers.ofByteArray(BODY)),
                200);
    }

    @Test
    void theSignatureMayBeHexInUpperCase() {
        assertAnswer(signed("x-signature", hex(NEW_SECRET, BODY).toUpperCase(Locale.ROOT), BODY), 200);
    }

    @Test
    void theSignatureMayBeBase64() {
        assertAnswer(signed("x-signature", base64(NEW_SECRET, BODY), BODY), 200);
    }

    @Test
    void theSignatureMayNameItsAlgorithm() {
        assertAnswer(signed("x-signature", "sha256=" + hex(NEW_SECRET, BODY), BODY), 200);
        assertAnswer(signed("x-signature", "sha256=" + base64(NEW_SECRET, BODY), BODY), 200);
    }

    @Test
    void duringRotationTheOldSecretStillHolds() {
        assertAnswer(signed("x-signature", hex(OLD_SECRET, BODY), BODY), 200);
    }

    @Test
    void anotherSecretIsUnauthorized() {
        assertAnswer(signed("x-signature", hex("another-secret", BODY), BODY), 401);
        assertThat(runtime.mock("route").getExchanges()).isEmpty();
    }

    @Test
    void noSignatureIsUnauthorized() {
        assertAnswer(runtime.request().POST(BodyPublishers.ofByteArray(BODY)), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256",
                "zz",
                "====",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoSignatureIsUnauthorized(String signature) {
        assertAnswer(signed("x-signature", signature, BODY), 401);
    }

    @Test
    void oneAlteredByteIsUnauthorized() {
        byte[] altered = EVENT.replace("Hello", "Hellp").getBytes(UTF_8);

        assertAnswer(signed("x-signature", hex(NEW_SECRET, BODY), altered), 401);
    }

    @Test
    void whitespaceBelongsToTheSignedBytes() {
        byte[] spaced = (EVENT + "\n").getBytes(UTF_8);

        assertAnswer(signed("x-signature", hex(NEW_SECRET, BODY), spaced), 401);
        assertAnswer(signed("x-signature", hex(NEW_SECRET, spaced), spaced), 200);
    }

    @Test
    void ofSeveralHeadersTheFirstOneCounts() {
        assertAnswer(
                signed("x-signature", hex(NEW_SECRET, BODY), BODY).header("x-pilot-status-signature", "wrong"), 401);
    }

    @Test
    void aSignedBodyThatIsNotUtf8IsMalformed() {
        byte[] latin1 = BODY.clone();
        latin1[EVENT.indexOf("Hello")] = (byte) 0xE9;

        assertAnswer(signed("x-signature", hex(NEW_SECRET, latin1), latin1), 400);
    }

    @Test
    void aSignedBodyInUtf16IsMalformed() {
        byte[] utf16 = EVENT.getBytes(UTF_16LE);

        assertAnswer(signed("x-signature", hex(NEW_SECRET, utf16), utf16), 400);
    }

    @Test
    void aCharsetThatDoesNotExistChangesNothing() {
        assertAnswer(
                signed("x-signature", hex(NEW_SECRET, BODY), BODY)
                        .setHeader("Content-Type", "application/json; charset=nonsense"),
                200);
    }

    @Test
    void aSignatureAfterTheBodyIsUnauthorized() throws Exception {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), runtime.port())) {
            String request = "POST " + WebhookRuntime.PATH + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nTrailer: x-signature\r\n"
                    + "Connection: close\r\n\r\n"
                    + Integer.toHexString(BODY.length) + "\r\n" + EVENT + "\r\n0\r\n"
                    + "x-signature: " + hex(NEW_SECRET, BODY) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 401 ");
        }
    }

    private static HttpRequest.Builder signed(String header, String signature, byte[] body) {
        return runtime.request().header(header, signature).POST(BodyPublishers.ofByteArray(body));
    }

    private static String hex(String secret, byte[] body) {
        return HexFormat.of().formatHex(hmac(secret, body));
    }

    private static String base64(String secret, byte[] body) {
        return Base64.getEncoder().encodeToString(hmac(secret, body));
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
