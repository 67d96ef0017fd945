/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;

/**
 * Whether a number may call a customer.
 *
 * @param status NO_PERMISSION, TEMPORARY or PERMANENT
 * @param expiresAt when a temporary permission ends, else null
 * @param requestedAt when the customer was last asked, or null
 */
public record CallPermission(String status, Instant expiresAt, Instant requestedAt) {

    /** Nobody was asked. */
    public static final CallPermission NONE = new CallPermission("NO_PERMISSION", null, null);

    public CallPermission requested(Instant at) {
        return new CallPermission(status, expiresAt, at);
    }

    public CallPermission decided(String newStatus, Instant expiry) {
        return new CallPermission(newStatus, expiry, requestedAt);
    }

    /** True when the number may call now. */
    public boolean allows(Instant now) {
        return status.equals("PERMANENT") || (expiresAt != null && expiresAt.isAfter(now));
    }
}
