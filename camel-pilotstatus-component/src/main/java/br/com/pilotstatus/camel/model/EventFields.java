/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name and the fields of an event, in whichever of the shapes that events come in. Reads the current payload and the
 * older one alike; what an event says nothing about is null.
 */
final class EventFields {

    static final String META_ENVELOPE = "meta.envelope";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String name;
    private final Map<String, Object> data;

    EventFields(String name, Map<String, Object> data) {
        this.name = name;
        this.data = data;
    }

    /** Fails with IllegalArgumentException when the event has no name; the text quotes nothing. */
    static EventFields read(JsonNode event) {
        if (!(event instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the event must be a JSON object");
        }
        JsonNode name = object.get("event");
        if (name == null
                && object.path("object").isTextual()
                && object.path("entry").isArray()) {
            return new EventFields(META_ENVELOPE, PlainJson.map(object));
        }
        if (name == null || !name.isTextual() || !NAME.matcher(name.textValue()).matches()) {
            throw new IllegalArgumentException(
                    "the field event must be a name of 1 to 64 letters, digits, dots, dashes or underscores");
        }
        return new EventFields(name.textValue(), PlainJson.map(data(object)));
    }

    // An event that does not wrap its fields in an object keeps them, whatever their shape.
    private static ObjectNode data(ObjectNode event) {
        return event.get("data") instanceof ObjectNode data
                ? data
                : event.deepCopy().without("event");
    }

    String name() {
        return name;
    }

    Map<String, Object> data() {
        return data;
    }

    String from() {
        return first("from", "fromNumber");
    }

    String to() {
        return first("to", "destinationNumber");
    }

    String text() {
        return first("replyContent", "content", "mediaCaption");
    }

    String type() {
        return first("type", "mediaType");
    }

    String quotedMessageId() {
        return first("quotedMessageId");
    }

    String numberId() {
        return first("numberId", "instanceId");
    }

    /** The first of these fields that says something. */
    String first(String... fields) {
        return first(data, fields);
    }

    /** The same in upper case. */
    String upperCase(String field) {
        String value = first(field);
        return value == null ? null : value.toUpperCase(Locale.ROOT);
    }

    /** The first of these fields of an object that says something. */
    static String first(Map<?, ?> object, String... fields) {
        for (String field : fields) {
            Object value = object.get(field);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                String text = value.toString();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }

    /** The object in a field; null when there is none. */
    @SuppressWarnings("unchecked") // What is read from JSON has texts for names.
    Map<String, Object> object(String field) {
        return data.get(field) instanceof Map<?, ?> object ? (Map<String, Object>) object : null;
    }
}
