/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.state;

import java.time.Instant;

/**
 * A link by which somebody else connects a number.
 *
 * @param token the secret in the link
 * @param numberId the number
 * @param expiresAt when it is void
 */
public record Pairing(String token, String numberId, Instant expiresAt) {

    @Override
    public String toString() {
        return "Pairing[numberId=" + numberId + ", expiresAt=" + expiresAt + ']';
    }
}
