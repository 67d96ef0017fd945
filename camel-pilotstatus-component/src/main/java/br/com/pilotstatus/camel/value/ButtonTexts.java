/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Button;
import br.com.pilotstatus.camel.model.CommaText;
import java.util.regex.Pattern;

/**
 * Reads answer buttons that are written as text: <code>text</code>, or <code>id:text</code>. A colon after what cannot be an id,
 * or between digits as in a time of day, belongs to the text.
 */
final class ButtonTexts {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_.-]{1,256}");
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");
    private static final String SPECIAL = ",:";

    private ButtonTexts() {}

    /** A button as an author or a sender wrote it, with backslashes before colons that belong to the text. */
    static Button read(String written) {
        int colon = CommaText.indexOf(written, ':', 0);
        return colon < 0
                ? new Button(null, text(plain(written)))
                : read(plain(written.substring(0, colon)), plain(written.substring(colon + 1)));
    }

    static String plain(String written) {
        return CommaText.unescape(written, SPECIAL);
    }

    /** A button of what stands before and behind a colon. */
    static Button read(String before, String behind) {
        String id = before.strip();
        boolean time = NUMBER.matcher(id).matches() && !behind.isEmpty() && Character.isDigit(behind.charAt(0));
        if (time || (!ID.matcher(id).matches() && !id.isEmpty())) {
            return new Button(null, text(before + ":" + behind));
        }
        if (id.isEmpty() || behind.isBlank() || Character.isWhitespace(behind.charAt(0)) || behind.startsWith("//")) {
            throw invalid(
                    "must be texts, or id:text without a blank behind the colon, separated by commas; a colon or comma"
                            + " of a text takes a backslash before it");
        }
        return new Button(id, behind.strip());
    }

    /** The text of a button without id. */
    static String text(String text) {
        if (text.isBlank()) {
            throw invalid("must each have a text");
        }
        return text.strip();
    }

    private static PilotStatusValidationException invalid(String rule) {
        return new PilotStatusValidationException(ErrorCode.BUTTONS_INVALID, "buttons", rule);
    }
}
