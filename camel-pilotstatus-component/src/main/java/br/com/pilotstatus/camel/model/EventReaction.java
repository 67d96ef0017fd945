/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;
import java.util.Map;

/**
 * What somebody put below a message in answer to it. Each part may be null.
 *
 * @param messageId WhatsApp's id of the message
 * @param emoji     the sign; null when it was taken back
 */
public record EventReaction(String messageId, String emoji) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String TYPE = "reaction";

    /** The reaction of an event; null when it is something else. */
    static EventReaction of(EventFields event) {
        Map<?, ?> reaction = event.object(TYPE);
        if (reaction == null && !TYPE.equals(event.type()) && !TYPE.equals(event.first("mediaType"))) {
            return null;
        }
        Map<?, ?> fields = reaction == null ? Map.of() : reaction;
        String messageId = EventFields.first(fields, "message_id", "messageId");
        String emoji = EventFields.first(fields, "emoji");
        return new EventReaction(
                messageId == null ? event.quotedMessageId() : messageId, emoji == null ? event.text() : emoji);
    }

    @Override
    public String toString() {
        return "EventReaction[xxxxxx]";
    }
}
