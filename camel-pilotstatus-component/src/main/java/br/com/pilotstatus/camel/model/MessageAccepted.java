/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * Pilot Status took a message into its queue. What becomes of it comes later, by event or by asking for its status.
 *
 * @param id            keep it: later events carry it, and <code>status</code> and <code>cancel</code> take it
 * @param correlationId a second name, given by the service
 * @param status        <code>QUEUED</code>
 * @param createdAt     when it was taken
 * @param origin        label of the number, or <code>api</code>
 * @param sourceNumber  the number it is sent from; may be null
 * @param additional    fields this version does not know
 */
public record MessageAccepted(
        String id,
        String correlationId,
        String status,
        @IsoTime Instant createdAt,
        String origin,
        String sourceNumber,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public MessageAccepted {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "MessageAccepted[id=" + id + ", status=" + status + "]";
    }
}
