/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.CollectionHelper;

/**
 * A request that people can write and a fuzzer can change: the method, then a header per line, or a query parameter behind a
 * question mark, an empty line, the body. The values <code>{token}</code>, <code>{hex}</code> and <code>{base64}</code> stand for the right
 * credentials, so that a changed body stays authentic.
 */
final class FuzzedRequest {

    private final String method;
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final byte[] body;
    private final byte[] signature;

    private FuzzedRequest(String method, List<String> lines, byte[] body) {
        this.method = method;
        this.body = body;
        this.signature = FuzzedReceiver.signature(body);
        lines.forEach(this::add);
    }

    static FuzzedRequest parse(byte[] text) {
        int end = endOfHead(text);
        List<String> head = new ArrayList<>(List.of(new String(text, 0, end, UTF_8).split("\n", -1)));
        return new FuzzedRequest(
                head.remove(0), head, Arrays.copyOfRange(text, Math.min(end + 2, text.length), text.length));
    }

    /** A request as Pilot Status makes it, with every credential. */
    static FuzzedRequest authentic(byte[] body) {
        return new FuzzedRequest(
                "POST", List.of("content-type: application/json", "?token: {token}", "X-Signature: {hex}"), body);
    }

    private static int endOfHead(byte[] text) {
        for (int i = 0; i + 1 < text.length; i++) {
            if (text[i] == '\n' && text[i + 1] == '\n') {
                return i;
            }
        }
        return text.length;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1).strip();
        if (name.startsWith("?")) {
            CollectionHelper.appendEntry(parameters, name.substring(1), filledIn(value));
        } else if (!isFiltered(name)) {
            CollectionHelper.appendEntry(headers, name, filledIn(value));
        }
    }

    // What the header filters of Camel's servers keep out.
    private static boolean isFiltered(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("camel");
    }

    private String filledIn(String value) {
        return value.replace("{token}", FuzzedReceiver.TOKEN)
                .replace("{hex}", HexFormat.of().formatHex(signature))
                .replace("{base64}", Base64.getEncoder().encodeToString(signature));
    }

    byte[] body() {
        return body;
    }

    /** Whether there is a value that is the token. */
    boolean showsToken() {
        return values(parameters, "token").contains(FuzzedReceiver.TOKEN)
                || values(headers, "x-webhook-token").contains(FuzzedReceiver.TOKEN);
    }

    /** Whether there is a value that holds the signature in one of its spellings. */
    boolean showsSignature() {
        String hex = HexFormat.of().formatHex(signature);
        // Its last character carries bits that mean nothing.
        String base64 = Base64.getEncoder().encodeToString(signature).substring(0, 42);
        return values(headers, "x-pilot-status-signature", "x-webhook-signature", "x-signature", "x-hub-signature-256")
                .stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(hex) || value.contains(base64));
    }

    private static List<String> values(Map<String, Object> from, String... names) {
        return from.entrySet().stream()
                .filter(entry -> List.of(names).contains(entry.getKey().toLowerCase(Locale.ROOT)))
                .flatMap(entry -> values(entry.getValue()).stream())
                .toList();
    }

    private static List<String> values(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }

    /** The message that an HTTP server makes of it, which has the parameters among the headers. */
    void writeTo(Message message, Object serverBody) {
        headers.forEach(message::setHeader);
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, some) -> values(some).forEach(value -> {
            query.append(query.isEmpty() ? "" : "&")
                    .append(encode(name))
                    .append('=')
                    .append(encode(value));
            if (!isFiltered(name)) {
                CollectionHelper.appendEntry(message.getHeaders(), name, value);
            }
        }));
        message.setHeader(Exchange.HTTP_RAW_QUERY, query.toString());
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_PATH, "/");
        message.setBody(serverBody);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
