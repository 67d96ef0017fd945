/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.HMAC_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request as it goes over the wire, to be changed as a test likes. */
record Call(String method, String target, Map<String, String> headers, byte[] body) {

    /** Without credentials. */
    static Call to(String target, byte[] body) {
        return new Call("POST", target, Map.of(), body)
                .with("Host", "localhost")
                .with("Content-Type", "application/json")
                .with("Connection", "close");
    }

    /** With a valid token. */
    static Call with(Event event) {
        return to(TOKEN_PATH, event.bytes()).with("X-Webhook-Token", OLD_TOKEN);
    }

    /** Signed over other bytes than those sent, if they differ. */
    static Call signed(String secret, byte[] signed, byte[] sent) {
        return to(HMAC_PATH, sent).with("X-Webhook-Signature", "sha256=" + hmac(secret, signed));
    }

    static Call signed(String secret, byte[] body) {
        return signed(secret, body, body);
    }

    Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, target, more, body);
    }

    Call method(String other) {
        return new Call(other, target, headers, body);
    }

    Call body(byte[] other) {
        return new Call(method, target, headers, other);
    }

    /** What comes before the body. */
    byte[] head() {
        boolean chunked = headers.containsKey("Transfer-Encoding");
        boolean announced = chunked || headers.containsKey("Content-Length");
        Map<String, String> all = announced ? headers : with("Content-Length", "" + body.length).headers;
        return all.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining("", method + " " + target + " HTTP/1.1\r\n", "\r\n"))
                .getBytes(UTF_8);
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
