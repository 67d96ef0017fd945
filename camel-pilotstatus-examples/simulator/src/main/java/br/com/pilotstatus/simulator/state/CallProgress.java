/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a call has come.
 *
 * @param status status
 * @param createdAt when it began
 * @param connectedAt when it was answered, or null
 * @param endedAt when it ended, or null
 * @param updatedAt when it last changed
 * @param sdpAnswer the answer to its SDP offer, or null
 */
public record CallProgress(
        CallStatus status,
        Instant createdAt,
        Instant connectedAt,
        Instant endedAt,
        Instant updatedAt,
        String sdpAnswer) {

    static CallProgress begun(CallStatus status, Instant at) {
        return new CallProgress(status, at, null, null, at, null);
    }

    /** The same in another state. */
    public CallProgress become(CallStatus next, Instant at) {
        return new CallProgress(
                next,
                createdAt,
                next == CallStatus.ACCEPTED && connectedAt == null ? at : connectedAt,
                next.isOver() ? at : endedAt,
                at,
                sdpAnswer);
    }

    /** The same with an SDP answer; null changes nothing. */
    public CallProgress answeredWith(String sdp) {
        return sdp == null ? this : new CallProgress(status, createdAt, connectedAt, endedAt, updatedAt, sdp);
    }

    /** How long they spoke; null when nobody answered or the call goes on. */
    public Duration duration() {
        return connectedAt == null || endedAt == null ? null : Duration.between(connectedAt, endedAt);
    }
}
