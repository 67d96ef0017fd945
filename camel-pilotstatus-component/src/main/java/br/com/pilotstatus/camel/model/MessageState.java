/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * Where a message stands.
 *
 * @param id                id given when it was accepted
 * @param status            QUEUED, SENT, DELIVERED, READ, FAILED or CANCELED; READ only when the recipient shares it
 * @param correlationId     the service's second name of it; may be null
 * @param destinationNumber who it goes to; may be null
 * @param template          the template used; may be null
 * @param createdAt         when it was accepted
 * @param sentAt            when it was sent; null before
 * @param deliveredAt       when it was delivered; null before
 * @param readAt            when it was read; null before
 * @param externalMessageId WhatsApp's own id; may be null
 * @param errorMessage      why it failed; null otherwise
 * @param additional        fields this version does not know
 */
public record MessageState(
        String id,
        String status,
        String correlationId,
        String destinationNumber,
        String template,
        @IsoTime Instant createdAt,
        @IsoTime Instant sentAt,
        @IsoTime Instant deliveredAt,
        @IsoTime Instant readAt,
        String externalMessageId,
        String errorMessage,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public MessageState {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "MessageState[id=" + id + ", status=" + status + "]";
    }
}
