/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * A message that was sent or received, from the history of about a month.
 *
 * @param id                  its id
 * @param conversationId      the conversation it belongs to
 * @param direction           INBOUND or OUTBOUND
 * @param providerKind        what carried it
 * @param externalMessageId   WhatsApp's own id; may be null
 * @param status              state of an outbound message
 * @param messageType         such as text or image
 * @param origin              label of the number, or <code>api</code>; may be null
 * @param text                what it says; may be null
 * @param participantName     who it is from or to; may be null
 * @param participantPhone    their number; may be null
 * @param repliedToExternalId WhatsApp's id of the message it answers; may be null
 * @param media               what came with it; may be null
 * @param sentAt              when it was sent; may be null
 * @param deliveredAt         when it was delivered; may be null
 * @param readAt              when it was read; may be null
 * @param providerTimestamp   its time, by which the history is asked for
 * @param createdAt           when the service stored it
 * @param additional          fields this version does not know
 */
public record HistoryMessage(
        String id,
        String conversationId,
        String direction,
        String providerKind,
        String externalMessageId,
        String status,
        String messageType,
        String origin,
        String text,
        String participantName,
        String participantPhone,
        String repliedToExternalId,
        MessageMedia media,
        @IsoTime Instant sentAt,
        @IsoTime Instant deliveredAt,
        @IsoTime Instant readAt,
        @IsoTime Instant providerTimestamp,
        @IsoTime Instant createdAt,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public HistoryMessage {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "HistoryMessage[id=" + id + ", direction=" + direction + ", status=" + status + "]";
    }
}
