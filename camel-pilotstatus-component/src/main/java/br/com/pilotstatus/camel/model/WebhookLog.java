/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * One delivery that the service tried.
 *
 * @param id         its id; may be null
 * @param event      name of the event
 * @param status     SUCCESS or FAILED
 * @param statusCode HTTP status of the receiver; null when it did not answer
 * @param payload    what was sent
 * @param response   what the receiver answered
 * @param durationMs how long that took, in milliseconds; may be null
 * @param createdAt  when it was tried
 * @param additional fields this version does not know
 */
public record WebhookLog(
        String id,
        String event,
        String status,
        Integer statusCode,
        Object payload,
        Object response,
        Integer durationMs,
        @IsoTime Instant createdAt,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public WebhookLog {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "WebhookLog[event=" + event + ", status=" + status + ", statusCode=" + statusCode + "]";
    }
}
