/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * Access to the sound of a call.
 *
 * @param wsUrl            address of the WebSocket
 * @param token            what opens it; a secret
 * @param expiresInSeconds how long it is good for
 * @param additional       fields this version does not know
 */
public record CallSession(
        String wsUrl,
        String token,
        Integer expiresInSeconds,
        @OtherFields Map<String, Object> additional) implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public CallSession {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "CallSession[expiresInSeconds=" + expiresInSeconds + "]";
    }
}
