/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import br.com.pilotstatus.camel.http.RequestHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the raw body out of an HTTP message: at most so many bytes, exactly as sent, and no longer than it may take. What
 * cannot be a delivery is refused with the answer it gets, by its head as far as that tells.
 */
final class WebhookRequestReader {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRequestReader.class);
    private static final int CHUNK = 8192;

    private final int maxPayloadSize;
    private final Duration bodyTimeout;

    WebhookRequestReader(int maxPayloadSize, Duration bodyTimeout) {
        if (maxPayloadSize < 1) {
            throw new IllegalArgumentException("The option maxPayloadSize must be at least 1");
        }
        if (bodyTimeout.isNegative() || bodyTimeout.isZero()) {
            throw new IllegalArgumentException("The option bodyTimeout must be at least 1 millisecond");
        }
        this.maxPayloadSize = maxPayloadSize;
        this.bodyTimeout = bodyTimeout;
    }

    int maxPayloadSize() {
        return maxPayloadSize;
    }

    Duration bodyTimeout() {
        return bodyTimeout;
    }

    /** Refuses what cannot be a delivery by what comes before its body. */
    void check(RequestHead head) throws WebhookRefusal {
        requireDeclaredSize(head);
        if (!"POST".equals(head.method())) {
            throw new WebhookRefusal(WebhookAnswer.METHOD_NOT_ALLOWED);
        }
        requirePlainJson(head);
    }

    private void requireDeclaredSize(RequestHead head) throws WebhookRefusal {
        for (String length : head.headers(Exchange.CONTENT_LENGTH)) {
            if (declared(length) > maxPayloadSize) {
                throw new WebhookRefusal(WebhookAnswer.TOO_LARGE);
            }
        }
    }

    private static long declared(String length) {
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            // The server understood it somehow. The bytes are counted anyway.
            return 0;
        }
    }

    private static void requirePlainJson(RequestHead head) throws WebhookRefusal {
        List<String> types = head.headers(Exchange.CONTENT_TYPE);
        // Some servers inflate an encoded body, and a signature over it would no longer fit.
        boolean encoded = head.headers(Exchange.CONTENT_ENCODING).stream()
                .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity"));
        if (types.size() != 1 || !isJson(types.get(0)) || encoded) {
            throw new WebhookRefusal(WebhookAnswer.UNSUPPORTED_TYPE);
        }
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    /** The exact bytes of the body. */
    byte[] body(Message request) throws WebhookRefusal, IOException {
        Object body = request.getBody();
        if (body instanceof StreamCache cache) {
            cache.reset();
        }
        byte[] bytes = body instanceof InputStream stream ? read(stream) : bytes(request);
        if (bytes.length > maxPayloadSize) {
            throw new WebhookRefusal(WebhookAnswer.TOO_LARGE);
        }
        return bytes;
    }

    // One byte over the limit shows that there is more.
    private byte[] read(InputStream stream) throws WebhookRefusal, IOException {
        long begin = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int count = 0;
        while (count >= 0 && bytes.size() <= maxPayloadSize) {
            bytes.write(chunk, 0, count);
            if (System.nanoTime() - begin > bodyTimeout.toNanos()) {
                throw new WebhookRefusal(WebhookAnswer.TOO_SLOW);
            }
            count = stream.read(chunk, 0, (int) Math.min(CHUNK, maxPayloadSize + 1L - bytes.size()));
        }
        return bytes.toByteArray();
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
}
