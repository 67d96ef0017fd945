/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.SendMessage;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** Reads the part of a message that the body supplies. Goes by Java type and options, never by how a text looks. */
final class BodyReader {

    private static final SendMessage NOTHING = SendMessage.builder().build();

    private final BodyAs bodyAs;
    private final int maxSize;

    BodyReader(BodyAs bodyAs, int maxSize) {
        this.bodyAs = bodyAs;
        this.maxSize = maxSize;
    }

    /**
     * @param exchange holds the body
     * @param chosen   what endpoint and headers supply already
     */
    SendMessage read(Exchange exchange, SendMessage chosen) {
        Object body = exchange.getMessage().getBody();
        if (body == null || bodyAs == BodyAs.NONE) {
            return NOTHING;
        }
        return switch (bodyAs) {
            case MESSAGE -> message(body);
            case VARIABLES -> variables(body);
            case TEXT -> text(exchange, body, chosen);
            case MEDIA -> media(body);
            case AUTO, NONE -> byType(body, chosen);
        };
    }

    private SendMessage byType(Object body, SendMessage chosen) {
        Mode mode = Mode.of(chosen);
        if (body instanceof SendMessage message) {
            return message;
        }
        if (body instanceof Map || body instanceof JsonNode) {
            return mode == Mode.TEMPLATE ? variables(body) : message(body);
        }
        if (mode == Mode.MEDIA && chosen.media() == null) {
            return mediaByType(body);
        }
        if (mode != null) {
            return NOTHING;
        }
        if (body instanceof String text) {
            return SendMessage.builder().text(text).build();
        }
        throw new PilotStatusValidationException(
                ErrorCode.BODY_TYPE,
                "body",
                MediaContent.isContent(body)
                        ? "holds bytes, and nothing says what they are: set mediaType, or bodyAs to text, message or variables"
                        : "is a " + body.getClass().getSimpleName()
                                + ": make it a SendMessage, a Map or a String, or set bodyAs");
    }

    private static SendMessage mediaByType(Object body) {
        if (MediaContent.isContent(body)) {
            return media(body);
        }
        throw new PilotStatusValidationException(
                ErrorCode.BODY_TYPE,
                "body",
                "is a " + body.getClass().getSimpleName()
                        + " where media is expected: give bytes, a stream or a file, or set bodyAs=media when it is a URL");
    }

    private static SendMessage media(Object body) {
        return SendMessage.builder()
                .media(body)
                .fileName(MediaContent.fileName(body))
                .build();
    }

    private SendMessage text(Exchange exchange, Object body, SendMessage chosen) {
        if (Mode.of(chosen) != null) {
            return NOTHING;
        }
        String text = MediaContent.isContent(body)
                ? new String(MediaContent.read(body, maxSize), StandardCharsets.UTF_8)
                : exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, body);
        if (text == null) {
            throw new PilotStatusValidationException(
                    ErrorCode.VALUE_TYPE,
                    "body",
                    "cannot be made text: it is a " + body.getClass().getSimpleName());
        }
        return SendMessage.builder().text(text).build();
    }

    private SendMessage message(Object body) {
        if (body instanceof SendMessage message) {
            return message;
        }
        try {
            return Json.mapper().convertValue(object(body), SendMessage.class);
        } catch (IllegalArgumentException e) {
            // Without the cause, whose text quotes the value.
            throw new PilotStatusValidationException(
                    ErrorCode.BODY_FIELD, "body", "is no message in the API's field names: a field has a wrong type");
        }
    }

    private SendMessage variables(Object body) {
        if (body instanceof SendMessage message) {
            return message;
        }
        return SendMessage.builder().variables(map(object(body))).build();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return object instanceof JsonNode node
                ? Json.mapper().convertValue(node, LinkedHashMap.class)
                : (Map<String, Object>) object;
    }

    private Object object(Object body) {
        if (body instanceof Map<?, ?> map) {
            requireTextKeys(map);
            return map;
        }
        JsonNode node = body instanceof JsonNode given ? given : parse(body);
        if (!node.isObject()) {
            throw new PilotStatusValidationException(ErrorCode.BODY_NOT_JSON, "body", "must be a JSON object");
        }
        return node;
    }

    private JsonNode parse(Object body) {
        byte[] bytes;
        if (body instanceof String text) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
        } else if (MediaContent.isContent(body)) {
            bytes = MediaContent.read(body, maxSize);
        } else {
            throw new PilotStatusValidationException(
                    ErrorCode.BODY_TYPE,
                    "body",
                    "must be a Map, or a JSON object, not a " + body.getClass().getSimpleName());
        }
        try {
            return Json.read(bytes);
        } catch (JacksonException e) {
            throw new PilotStatusValidationException(
                    ErrorCode.BODY_NOT_JSON, "body", "is no valid JSON, or nested too deeply");
        }
    }

    private static void requireTextKeys(Map<?, ?> map) {
        if (!map.keySet().stream().allMatch(String.class::isInstance)) {
            throw new PilotStatusValidationException(
                    ErrorCode.BODY_TYPE, "body", "must have texts as the keys of its Map");
        }
    }
}
