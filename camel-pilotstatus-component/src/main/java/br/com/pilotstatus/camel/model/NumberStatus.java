/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * Whether a number is connected.
 *
 * @param state            OPEN, CONNECTING or CLOSE
 * @param isFullyConnected whether it is ready to send; may be null
 * @param additional       fields this version does not know
 */
public record NumberStatus(
        String state, Boolean isFullyConnected, @OtherFields Map<String, Object> additional) implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public NumberStatus {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "NumberStatus[state=" + state + ", isFullyConnected=" + isFullyConnected + "]";
    }
}
