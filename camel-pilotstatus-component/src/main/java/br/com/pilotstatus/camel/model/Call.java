/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * A call. Right after it was started only its ids and its status are known.
 *
 * @param id              its id
 * @param externalCallId  the provider's id; may be null
 * @param direction       INBOUND or OUTBOUND; may be null
 * @param status          such as INITIATED or COMPLETED
 * @param peerNumber      who is on the other end; may be null
 * @param durationSeconds how long it lasted; may be null
 * @param startedAt       when it began; may be null
 * @param connectedAt     when it was answered; may be null
 * @param endedAt         when it ended; may be null
 * @param createdAt       when the service stored it; may be null
 * @param updatedAt       when it last changed; may be null
 * @param sdpOffer        SDP of the caller, when asked for; may be null
 * @param sdpAnswer       SDP of the callee, when asked for; may be null
 * @param additional      fields this version does not know
 */
public record Call(
        String id,
        String externalCallId,
        String direction,
        String status,
        String peerNumber,
        Integer durationSeconds,
        @IsoTime Instant startedAt,
        @IsoTime Instant connectedAt,
        @IsoTime Instant endedAt,
        @IsoTime Instant createdAt,
        @IsoTime Instant updatedAt,
        String sdpOffer,
        String sdpAnswer,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public Call {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "Call[id=" + id + ", direction=" + direction + ", status=" + status + "]";
    }
}
