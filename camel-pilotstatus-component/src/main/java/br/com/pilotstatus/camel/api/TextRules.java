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
        // The quick answer first, which no text however long can delay.
        if (text.length() > 2L * max || text.toString().codePointCount(0, text.length()) > max) {
            throw new PilotStatusValidationException(code, field, "must have at most " + max + " characters");
        }
        if (text.codePoints().anyMatch(TextRules::cannotBeSent)) {
            throw new PilotStatusValidationException(
                    code, field, "must not hold U+0000 or half of a surrogate pair, which no text can carry");
        }
    }

    private static boolean cannotBeSent(int character) {
        return character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }
}
