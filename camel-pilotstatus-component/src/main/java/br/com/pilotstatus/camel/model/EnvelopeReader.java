/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Finds the name and the data of an event in the shapes that events come in, and refuses what has no name. */
final class EnvelopeReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private EnvelopeReader() {}

    static WebhookEvent read(JsonNode event, String json) {
        if (!(event instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the event must be a JSON object");
        }
        JsonNode name = object.get("event");
        if (name == null
                && object.path("object").isTextual()
                && object.path("entry").isArray()) {
            return new WebhookEvent(WebhookEvent.META_ENVELOPE, PlainJson.map(object), json);
        }
        if (name == null || !name.isTextual() || !NAME.matcher(name.textValue()).matches()) {
            throw new IllegalArgumentException(
                    "the field event must be a name of 1 to 64 letters, digits, dots, dashes or underscores");
        }
        return new WebhookEvent(name.textValue(), PlainJson.map(data(object)), json);
    }

    // An event that does not wrap its fields in an object keeps them, whatever their shape.
    private static ObjectNode data(ObjectNode event) {
        return event.get("data") instanceof ObjectNode data
                ? data
                : event.deepCopy().without("event");
    }
}
