/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.time.Instant;
import java.util.Map;

/**
 * Whether a destination agreed to be written to from the shared number of Pilot Status.
 *
 * @param authorized   whether it may be written to
 * @param required     whether its agreement is needed; may be null
 * @param enabled      whether the check is on; may be null
 * @param reason       why not; may be null
 * @param firstOptInAt when it agreed first; may be null
 * @param lastSeenAt   when it was last seen; may be null
 * @param additional   fields this version does not know
 */
public record OptIn(
        Boolean authorized,
        Boolean required,
        Boolean enabled,
        String reason,
        @IsoTime Instant firstOptInAt,
        @IsoTime Instant lastSeenAt,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public OptIn {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "OptIn[authorized=" + authorized + ", required=" + required + "]";
    }
}
