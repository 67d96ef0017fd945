/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;

/** What any text must keep to arrive: its length, and characters that can be sent at all. */
public final class TextRules {

    private TextRules() {}

    /**
     * Checks a text; null is none.
     *
     * @param code  code of the refusal
     * @param field name for errors
     * @param max   most characters, those beyond the basic plane counted once
     * @throws PilotStatusValidationException when it is longer, or holds U+0000 or half of a surrogate pair
     */
    public static void check(ErrorCode code, String field, CharSequence text, int max) {
        if (text == null) {
            return;
        }
        int length = text.length();
        int pairs = 0;
        boolean sendable = true;
        // Of what is far too long, one look at the length is enough.
        for (int i = 0; i < length && length <= 2L * max; i++) {
            char character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < length
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                pairs++;
                i++;
            } else {
                sendable &= character != 0 && !Character.isSurrogate(character);
            }
        }
        if (length - pairs > max) {
            throw new PilotStatusValidationException(code, field, "must have at most " + max + " characters");
        }
        if (!sendable) {
            throw new PilotStatusValidationException(
                    code, field, "must not hold U+0000 or half of a surrogate pair, which no text can carry");
        }
    }
}
