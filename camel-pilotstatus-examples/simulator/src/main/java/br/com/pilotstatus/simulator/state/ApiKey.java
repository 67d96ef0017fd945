/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/**
 * A key of the simulated account.
 *
 * @param id the value of {@code x-api-key-id}
 * @param value the raw key, the value of {@code x-api-key}
 * @param numberId the number the key is bound to, null for the tenant-scoped key
 * @param revealable false when the raw key was shown once and is not shown again
 */
public record ApiKey(String id, String value, String numberId, boolean revealable) {

    private static final int LAST = 4;
    private static final int PREFIX = 7;

    public boolean isTenantScoped() {
        return numberId == null;
    }

    /** The end of the raw key, by which its owner knows it. */
    public String last4() {
        return value.substring(value.length() - LAST);
    }

    /** The beginning of the raw key. */
    public String prefix() {
        return value.substring(0, PREFIX);
    }

    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", scope=" + (isTenantScoped() ? "tenant" : "number") + ']';
    }
}
