/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;

/** What Meta's messages and states have in common. */
final class MetaItem {

    private static final String GROUP = "@g.us";

    private MetaItem() {}

    /** The fields of the event of an item. */
    static EventData data(String whatsappMessageId, MetaNumber number, ObjectNode item) {
        return new EventData()
                .put("messageId", whatsappMessageId)
                .put("phoneNumberId", number.phoneNumberId())
                .put("createdAt", time(text(item, "timestamp")));
    }

    /** Adds all that Meta says under Meta's own names, where webhooks have none of these. */
    static EventData rest(EventData data, ObjectNode item, Set<String> renamed) {
        item.properties().stream()
                .filter(field -> !renamed.contains(field.getKey()))
                .forEach(field -> data.add(field.getKey(), field.getValue()));
        return data;
    }

    /** The text or number of a field; null when it has none or an empty one. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber()
                ? emptyToNull(value.asText().strip())
                : null;
    }

    /** The id of a group in the form that the service takes. */
    static String group(String id) {
        return id == null || id.contains("@") ? id : id + GROUP;
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Instant time(String seconds) {
        try {
            return seconds == null ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException e) {
            // The field stays as it came, beside the time that is missing.
            return null;
        }
    }
}
