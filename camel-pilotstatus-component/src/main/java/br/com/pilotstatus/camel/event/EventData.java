/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** The fields of an event that is told from something else, under the names that webhooks use. */
public final class EventData {

    private static final Pattern PLAIN_PHONE = Pattern.compile("[1-9]\\d{7,14}");

    private final ObjectNode fields = Json.mapper().createObjectNode();

    /** Sets a field, unless there is nothing to say. */
    public EventData put(String field, Object value) {
        if (value != null) {
            fields.set(field, Json.mapper().valueToTree(value));
        }
        return this;
    }

    /** Adds a field that webhooks do not have; it does not replace one that they do. */
    public EventData add(String field, Object value) {
        return fields.has(field) ? this : put(field, value);
    }

    /** An event of that name with these fields. */
    public WebhookEvent event(String name) {
        ObjectNode event = Json.mapper().createObjectNode().put("event", name);
        event.set("data", fields);
        return WebhookEvent.of(event);
    }

    /** A phone number with a plus, as events write it; what else names somebody stays as it is. */
    public static String phone(String id) {
        boolean plain = id != null && PLAIN_PHONE.matcher(id).matches();
        return plain ? "+" + id : id;
    }
}
