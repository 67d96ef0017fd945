/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.api.TextRules;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Button;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of answer buttons: few, short, and told apart by the reply. */
final class ButtonRules {

    private static final String BUTTONS = "buttons";
    private static final int MOST = 3;
    private static final int MAX_TEXT = 20;
    private static final int MAX_ID = 256;

    private ButtonRules() {}

    /** A list of buttons in which texts have become buttons; a text of a list has no id, and no backslashes. */
    static List<?> ofTexts(List<?> buttons) {
        return buttons.stream()
                .map(button -> button instanceof CharSequence text
                        ? new Button(null, text.toString().strip())
                        : button)
                .toList();
    }

    static void check(List<?> buttons) {
        if (buttons.size() > MOST) {
            throw invalid("must be " + MOST + " at most");
        }
        Set<Button> replies = new HashSet<>();
        for (Object given : buttons) {
            Button button = button(given);
            if (button.text() == null || button.text().isBlank()) {
                throw invalid("must each have a text");
            }
            TextRules.check(ErrorCode.BUTTONS_INVALID, BUTTONS, button.text(), MAX_TEXT);
            TextRules.check(ErrorCode.BUTTONS_INVALID, BUTTONS, button.id(), MAX_ID);
            Button reply = button.id() == null ? button : new Button(button.id(), null);
            if (!replies.add(reply)) {
                throw invalid("must differ in their ids, or in their texts when they have none");
            }
        }
    }

    private static Button button(Object given) {
        if (given instanceof Button button) {
            return button;
        }
        if (given instanceof Map<?, ?> fields) {
            return new Button(text(fields.get("id")), text(fields.get("text")));
        }
        throw invalid("must be Buttons, Maps with id and text, or texts");
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static PilotStatusValidationException invalid(String rule) {
        return new PilotStatusValidationException(ErrorCode.BUTTONS_INVALID, BUTTONS, rule);
    }
}
