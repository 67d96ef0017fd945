/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * A channel of the number.
 *
 * @param id         its id, ending in <code>@newsletter</code>
 * @param name       its name
 * @param additional fields this version does not know
 */
public record Newsletter(
        String id, String name, @OtherFields Map<String, Object> additional) implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public Newsletter {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "Newsletter[id=" + id + "]";
    }
}
