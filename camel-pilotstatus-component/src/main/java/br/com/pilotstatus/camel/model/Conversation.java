/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * A conversation of the number.
 *
 * @param id                 its id
 * @param type               DIRECT, GROUP or NEWSLETTER
 * @param from               with whom; may be null
 * @param fromName           their name; may be null
 * @param userId             their business-scoped user id; may be null
 * @param username           their user name; may be null
 * @param unreadCount        how many messages are unread
 * @param lastMessageAt      time of the last message, by which conversations are asked for
 * @param lastMessagePreview beginning of it; may be null
 * @param createdAt          when the conversation began
 * @param additional         fields this version does not know
 */
public record Conversation(
        String id,
        String type,
        String from,
        String fromName,
        String userId,
        String username,
        Integer unreadCount,
        @IsoTime Instant lastMessageAt,
        String lastMessagePreview,
        @IsoTime Instant createdAt,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public Conversation {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "Conversation[id=" + id + ", type=" + type + ", unreadCount=" + unreadCount + "]";
    }
}
