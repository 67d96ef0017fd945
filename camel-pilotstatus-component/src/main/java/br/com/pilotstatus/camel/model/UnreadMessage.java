/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * An inbound message that nobody read yet.
 *
 * @param id                      its id
 * @param conversationId          the conversation it belongs to
 * @param conversationUnreadCount how many of that conversation are unread
 * @param direction               INBOUND
 * @param type                    such as text or image
 * @param content                 what it says; may be null
 * @param from                    who wrote it
 * @param fromName                their name; may be null
 * @param media                   what came with it; may be null
 * @param readAt                  null
 * @param createdAt               when the service stored it
 * @param additional              fields this version does not know
 */
public record UnreadMessage(
        String id,
        String conversationId,
        Integer conversationUnreadCount,
        String direction,
        String type,
        String content,
        String from,
        String fromName,
        MessageMedia media,
        @IsoTime Instant readAt,
        @IsoTime Instant createdAt,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public UnreadMessage {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "UnreadMessage[id=" + id + ", type=" + type + "]";
    }
}
