/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * What came of a step of a call.
 *
 * @param success    whether it was done; may be null
 * @param id         the call; may be null
 * @param status     its state; may be null
 * @param additional fields this version does not know
 */
public record CallResult(
        Boolean success,
        String id,
        String status,
        @OtherFields Map<String, Object> additional) implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public CallResult {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "CallResult[id=" + id + ", success=" + success + ", status=" + status + "]";
    }
}
