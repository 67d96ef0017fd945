/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.event.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the raw delivery out of an HTTP message: at most so many bytes, exactly as sent. What cannot be a delivery is
 * refused with the answer it gets.
 */
final class WebhookRequestReader {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRequestReader.class);

    private final int maxPayloadSize;

    WebhookRequestReader(int maxPayloadSize) {
        if (maxPayloadSize < 1) {
            throw new IllegalArgumentException("The option maxPayloadSize must be at least 1");
        }
        this.maxPayloadSize = maxPayloadSize;
    }

    Delivery read(Message request) throws WebhookRefusal, IOException {
        requireDeclaredSize(request);
        if (!"POST".equals(request.getHeader(Exchange.HTTP_METHOD))) {
            throw new WebhookRefusal(WebhookAnswer.METHOD_NOT_ALLOWED);
        }
        requirePlainJson(request);
        return new Delivery(values(request), body(request));
    }

    private void requireDeclaredSize(Message request) throws WebhookRefusal {
        for (String length : texts(request.getHeader(Exchange.CONTENT_LENGTH))) {
            if (declared(length) > maxPayloadSize) {
                throw new WebhookRefusal(WebhookAnswer.TOO_LARGE);
            }
        }
    }

    private static long declared(String length) {
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            // It may be a query parameter of that name. The bytes are counted anyway.
            return 0;
        }
    }

    private static void requirePlainJson(Message request) throws WebhookRefusal {
        List<String> types = texts(request.getHeader(Exchange.CONTENT_TYPE));
        List<String> encodings = texts(request.getHeader(Exchange.CONTENT_ENCODING));
        // Some servers have inflated an encoded body by now, and a signature over it would no longer fit.
        boolean encoded =
                encodings.stream().anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity"));
        if (types.size() != 1 || !isJson(types.get(0)) || encoded) {
            throw new WebhookRefusal(WebhookAnswer.UNSUPPORTED_TYPE);
        }
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    private byte[] body(Message request) throws WebhookRefusal, IOException {
        Object body = request.getBody();
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        byte[] bytes = body instanceof InputStream stream ? stream.readNBytes(readLimit()) : bytes(request);
        if (bytes.length > maxPayloadSize) {
            throw new WebhookRefusal(WebhookAnswer.TOO_LARGE);
        }
        return bytes;
    }

    // One byte over the limit shows that there is more.
    private int readLimit() {
        return (int) Math.min(maxPayloadSize + 1L, Integer.MAX_VALUE);
    }

    private static byte[] bytes(Message request) throws WebhookRefusal {
        Object body = request.getBody();
        if (body == null) {
            return new byte[0];
        }
        byte[] bytes = body instanceof Reader || body instanceof CharSequence ? null : request.getBody(byte[].class);
        if (bytes == null) {
            LOG.error(
                    "The HTTP server hands over {} instead of bytes, so nothing can be verified;"
                            + " it must be set to stream request bodies",
                    body.getClass().getName());
            throw new WebhookRefusal(WebhookAnswer.FAILED);
        }
        return bytes;
    }

    private static Map<String, List<String>> values(Message request) {
        Map<String, List<String>> values = new HashMap<>();
        request.getHeaders().forEach((name, value) -> values.put(name, texts(value)));
        // Most servers give the parameters of the query among the headers, decoded; netty-http leaves them encoded.
        for (NameValuePair parameter : WWWFormCodec.parse(query(request), UTF_8)) {
            values.merge(parameter.getName(), texts(parameter.getValue()), WebhookRequestReader::withoutRepeats);
        }
        return values;
    }

    private static String query(Message request) {
        String raw = request.getHeader(Exchange.HTTP_RAW_QUERY, String.class);
        return raw == null ? request.getHeader(Exchange.HTTP_QUERY, "", String.class) : raw;
    }

    private static List<String> withoutRepeats(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    // HTTP servers give a header or parameter that came more than once as a collection.
    private static List<String> texts(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
