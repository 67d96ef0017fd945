/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.Map;

/**
 * Whether a number is on WhatsApp.
 *
 * @param input      the number asked for
 * @param exists     whether it is
 * @param number     the number as WhatsApp knows it; may be null
 * @param name       who it is; may be null
 * @param additional fields this version does not know
 */
public record NumberCheck(
        String input,
        Boolean exists,
        String number,
        String name,
        @OtherFields Map<String, Object> additional) implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public NumberCheck {
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "NumberCheck[exists=" + exists + "]";
    }
}
