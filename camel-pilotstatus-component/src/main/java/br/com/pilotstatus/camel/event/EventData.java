/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields of an event that is told from something else, under the names that webhooks use. */
final class EventData {

    private final ObjectNode fields = Json.mapper().createObjectNode();

    /** Sets a field, unless there is nothing to say. */
    EventData put(String field, Object value) {
        if (value != null) {
            fields.set(field, Json.mapper().valueToTree(value));
        }
        return this;
    }

    /** Adds a field that webhooks do not have; it does not replace one that they do. */
    EventData add(String field, Object value) {
        return fields.has(field) ? this : put(field, value);
    }

    WebhookEvent event(String name) {
        ObjectNode event = Json.mapper().createObjectNode().put("event", name);
        event.set("data", fields);
        return WebhookEvent.of(event);
    }
}
