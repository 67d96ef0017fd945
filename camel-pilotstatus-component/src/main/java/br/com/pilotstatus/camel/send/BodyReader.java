/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.BodyAs;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.SendMessage;
import br.com.pilotstatus.camel.value.Content;
import br.com.pilotstatus.camel.value.TextValues;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;

/** Reads the part of a message that the body supplies. Goes by Java type and options, never by how a text looks. */
final class BodyReader {

    private static final String BODY = "body";

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
    Draft read(Exchange exchange, Draft chosen) {
        Object body = exchange.getMessage().getBody();
        if (body == null || bodyAs == BodyAs.NONE) {
            return new Draft();
        }
        return switch (bodyAs) {
            case MESSAGE -> message(body, chosen, exchange);
            case VARIABLES -> variables(body, exchange);
            case TEXT -> chosen.mode() == null ? text(body, exchange) : new Draft();
            case MEDIA -> media(body, exchange);
            case AUTO, NONE -> byType(body, chosen, exchange);
        };
    }

    private Draft byType(Object body, Draft chosen, Exchange exchange) {
        Mode mode = chosen.mode();
        if (body instanceof SendMessage message) {
            return Draft.of(message);
        }
        boolean text = body instanceof String || (body instanceof JsonNode node && node.isTextual());
        if (body instanceof Map || (body instanceof JsonNode && !text)) {
            return mode == Mode.TEMPLATE ? variables(body, exchange) : message(body, chosen, exchange);
        }
        if (mode == Mode.MEDIA && chosen.media == null) {
            return mediaByType(body, exchange);
        }
        if (mode != null) {
            return new Draft();
        }
        if (text) {
            return text(body, exchange);
        }
        if (Content.is(body, exchange) && MediaContent.isMedia(body, exchange)) {
            return media(body, exchange);
        }
        throw wrongType(
                Content.is(body, exchange)
                        ? "holds bytes, and nothing says what they are: set mediaType, or bodyAs to text, message or variables"
                        : "is a " + body.getClass().getSimpleName()
                                + ": make it a SendMessage, a Map or a String, or set bodyAs");
    }

    private static Draft mediaByType(Object body, Exchange exchange) {
        if (Content.is(body, exchange)) {
            return media(body, exchange);
        }
        throw wrongType("is a " + body.getClass().getSimpleName()
                + " where media is expected: give bytes, a stream or a file, or set bodyAs=media when it is a URL");
    }

    private static Draft media(Object body, Exchange exchange) {
        Draft draft = new Draft();
        draft.media = Content.is(body, exchange) ? body : TextValues.text(BODY, body, exchange);
        return draft;
    }

    private Draft text(Object body, Exchange exchange) {
        Draft draft = new Draft();
        draft.text = TextValues.text(BODY, body, exchange, maxSize);
        return draft;
    }

    private Draft message(Object body, Draft chosen, Exchange exchange) {
        return body instanceof SendMessage message
                ? Draft.of(message)
                : MessageFields.read(fields(body, exchange), !chosen.hasContent(), exchange);
    }

    private Draft variables(Object body, Exchange exchange) {
        if (body instanceof SendMessage message) {
            return Draft.of(message);
        }
        Draft draft = new Draft();
        draft.variables = fields(body, exchange);
        return draft;
    }

    /** The fields of an object, each value as it is. */
    private Map<String, Object> fields(Object body, Exchange exchange) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (body instanceof Map<?, ?> map) {
            map.forEach((key, value) -> fields.put(key(key, exchange), value));
            return fields;
        }
        JsonNode node = body instanceof JsonNode given ? given : parse(body, exchange);
        if (!node.isObject()) {
            throw new PilotStatusValidationException(ErrorCode.BODY_NOT_JSON, BODY, "must be a JSON object");
        }
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static String key(Object key, Exchange exchange) {
        String name = TextValues.text(BODY, key, exchange);
        if (name == null) {
            throw wrongType("must have texts as the keys of its Map");
        }
        return name;
    }

    private JsonNode parse(Object body, Exchange exchange) {
        if (!(body instanceof String) && !Content.is(body, exchange)) {
            throw wrongType(
                    "must be a Map, or a JSON object, not a " + body.getClass().getSimpleName());
        }
        try {
            return Json.read(TextValues.text(BODY, body, exchange, maxSize));
        } catch (JacksonException e) {
            // Without the cause, whose text may quote the body.
            throw new PilotStatusValidationException(
                    ErrorCode.BODY_NOT_JSON, BODY, "is no valid JSON, or nested too deeply");
        }
    }

    private static PilotStatusValidationException wrongType(String rule) {
        return new PilotStatusValidationException(ErrorCode.BODY_TYPE, BODY, rule);
    }
}
