/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

/**
 * A claim to be written into the table.
 *
 * @param token      tells it from any other claim
 * @param since      when it is made, in milliseconds since 1970
 * @param leaseUntil end of the lease; null when it has none
 */
record NewClaim(ClaimKey key, String content, String token, long since, Long leaseUntil) {}
