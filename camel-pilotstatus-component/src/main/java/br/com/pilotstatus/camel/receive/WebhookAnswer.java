/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.http.FixedAnswer;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;

/**
 * The only answers that a webhook request gets: a status and a fixed text. HTTP servers of Camel send what the message
 * holds back to the caller, the request's own headers included, so writing an answer empties the message first.
 */
public enum WebhookAnswer implements FixedAnswer {
    OK(200, "OK"),
    /** Answered with the challenge of whoever asked. */
    VERIFIED(200, ""),
    EMPTY(400, "Empty body"),
    MALFORMED(400, "Not an event"),
    TOO_OLD(400, "Too old"),
    UNAUTHORIZED(401, "Unauthorized"),
    METHOD_NOT_ALLOWED(405, "Only POST is allowed"),
    TOO_SLOW(408, "Too slow"),
    LENGTH_REQUIRED(411, "Length required"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_TYPE(415, "Only application/json without content encoding is accepted"),
    FAILED(500, "Not processed"),
    BUSY(503, "Being processed"),
    UNAVAILABLE(503, "Not available");

    private static final int UNAVAILABLE_STATUS = 503;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final int status;
    private final String text;

    WebhookAnswer(int status, String text) {
        this.status = status;
        this.text = text;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Map<String, String> headers() {
        if (status == UNAVAILABLE_STATUS) {
            return Map.of("Retry-After", RETRY_AFTER_SECONDS);
        }
        return this == METHOD_NOT_ALLOWED ? Map.of("Allow", "POST") : Map.of();
    }

    /** @param text its own, or what was asked to be given back */
    void writeTo(Exchange http, String text) {
        Message reply = http.getMessage();
        reply.removeHeaders("*");
        // The charset that the request named, which the answer would be written in.
        http.removeProperty(ExchangePropertyKey.CHARSET_NAME);
        reply.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        reply.setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=utf-8");
        headers().forEach(reply::setHeader);
        // Of known length, and not an array, which Vert.x's engine would stream by way of another thread.
        reply.setBody(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }
}
