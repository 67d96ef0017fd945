/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * Reads an event from the bytes of a body: strictly UTF-8, one JSON object, bounded in depth. The errors of the libraries
 * below are not passed on, since they may quote the body.
 */
public final class EventParser {

    // Reads bytes, as most readers behind a queue do, since those refuse some names that are read from text, such as
    // half of
    // a surrogate pair. Of two values of one name they could take the other one.
    private static final ObjectReader STRICT = Json.mapper()
            .reader()
            .with(Json.mapper()
                    .getFactory()
                    .rebuild()
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build())
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    /**
     * The events that the bytes hold, at least one: those of an envelope of Meta are told one by one.
     *
     * @throws MalformedEventException when the bytes are no event, or too many
     */
    public List<WebhookEvent> parseAll(byte[] body) throws MalformedEventException {
        String json = decode(body);
        JsonNode tree = tree(body);
        WebhookEvent event = event(tree, json);
        return event.name().equals(WebhookEvent.META_ENVELOPE) && tree instanceof ObjectNode envelope
                ? MetaEnvelope.events(event, envelope)
                : List.of(event);
    }

    /**
     * The event that the bytes are; an envelope of Meta is left as it is.
     *
     * @throws MalformedEventException when the bytes are no event
     */
    public WebhookEvent parse(byte[] body) throws MalformedEventException {
        String json = decode(body);
        return event(tree(body), json);
    }

    private static WebhookEvent event(JsonNode tree, String json) throws MalformedEventException {
        try {
            return WebhookEvent.of(tree, json);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException(e.getMessage());
        }
    }

    private static JsonNode tree(byte[] body) throws MalformedEventException {
        try {
            return STRICT.readTree(body);
        } catch (StreamConstraintsException | NumberFormatException e) {
            throw new MalformedEventException("the body must not nest deeper than " + Json.MAX_DEPTH
                    + " levels, nor hold overlong numbers or names");
        } catch (JsonProcessingException e) {
            throw new MalformedEventException("the body must be JSON, and none of its objects hold a name twice");
        } catch (IOException e) {
            throw new MalformedEventException("the body must be UTF-8");
        }
    }

    // Not left to Jackson, which replaces wrong bytes in some places and guesses UTF-16 and UTF-32.
    private static String decode(byte[] body) throws MalformedEventException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedEventException("the body must be UTF-8");
        }
    }
}
