/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

/**
 * A key of the simulated account.
 *
 * @param id the value of {@code x-api-key-id}
 * @param value the raw key, the value of {@code x-api-key}
 * @param numberId the number the key is bound to, null for the tenant-scoped key
 */
public record ApiKey(String id, String value, String numberId) {

    public boolean isTenantScoped() {
        return numberId == null;
    }

    @Override
    public String toString() {
        return "ApiKey[id=" + id + ", scope=" + (isTenantScoped() ? "tenant" : "number") + ']';
    }
}
