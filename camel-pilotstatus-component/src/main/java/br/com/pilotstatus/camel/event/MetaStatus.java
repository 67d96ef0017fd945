/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what became of a message sent, in the words of Meta. */
final class MetaStatus {

    private static final Set<String> KNOWN = Set.of("sent", "delivered", "read", "failed");
    /** Meta's id of the message, which is not the one that the service gave it. */
    private static final Set<String> RENAMED = Set.of("id");

    private MetaStatus() {}

    static Optional<WebhookEvent> event(ObjectNode status, MetaNumber number) {
        String id = MetaItem.text(status, "id");
        String state = status.path("status").asText("").toLowerCase(Locale.ROOT);
        if (id == null || !KNOWN.contains(state)) {
            return Optional.empty();
        }
        JsonNode error = status.path("errors").path(0);
        String recipient = first(status, "recipient_id", "recipient_user_id");
        EventData data = MetaItem.data(id, number, status)
                .put("from", number.phone())
                .put("to", EventData.phone(recipient))
                .put("status", state.toUpperCase(Locale.ROOT))
                .put("fromMe", true)
                .put("errorCode", MetaItem.text(error, "code"))
                .put("errorMessage", reason(error));
        if ("group".equals(MetaItem.text(status, "recipient_type"))) {
            data.put("groupId", MetaItem.group(recipient));
        }
        return Optional.of(MetaItem.rest(data, status, RENAMED).event("message." + state));
    }

    /** The most telling of the texts that Meta gives. */
    private static String reason(JsonNode error) {
        String details = MetaItem.text(error.path("error_data"), "details");
        return details == null ? first(error, "message", "title") : details;
    }

    private static String first(JsonNode node, String... fields) {
        return Stream.of(fields)
                .map(field -> MetaItem.text(node, field))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }
}
