/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.model.Button;
import br.com.pilotstatus.camel.model.CommaText;
import br.com.pilotstatus.camel.value.ExpressionText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;

/**
 * The option <code>buttons</code>: texts, or <code>id:text</code>, separated by commas. Only the author's commas and colons have
 * this meaning; what an expression gives is an id or a text, unless the whole option is one expression.
 */
final class ButtonOption {

    /** @param behind what stands behind the colon; null when there is none */
    private record Written(ValueExpression before, ValueExpression behind) {

        Button evaluate(Exchange exchange) {
            String text = before.text(exchange);
            return behind == null
                    ? new Button(null, ButtonTexts.text(text))
                    : ButtonTexts.read(text, behind.text(exchange));
        }
    }

    private ButtonOption() {}

    /**
     * Compiles an option, as {@link ValueExpression#compile} does. A list that an expression gives may hold buttons, Maps of
     * their fields, and texts.
     */
    static Function<Exchange, Object> compile(String option, String text, Function<String, Expression> simple) {
        List<Piece> pieces = ExpressionText.split(option, text);
        if (ListOption.isOneExpression(pieces)) {
            ValueExpression whole = ValueExpression.compile(option, pieces, simple);
            return exchange -> buttons(whole.listOrText(exchange));
        }
        List<Written> buttons = ListOption.entries(pieces).stream()
                .map(entry -> written(option, entry, simple))
                .toList();
        return exchange ->
                buttons.stream().map(button -> button.evaluate(exchange)).toList();
    }

    private static Written written(String option, List<Piece> entry, Function<String, Expression> simple) {
        List<Piece> before = new ArrayList<>();
        List<Piece> behind = null;
        for (Piece piece : entry) {
            List<Piece> side = behind == null ? before : behind;
            int colon = piece.isFunction() || behind != null ? -1 : CommaText.indexOf(piece.text(), ':', 0);
            if (piece.isFunction()) {
                side.add(piece);
            } else if (colon < 0) {
                side.add(plain(piece.text()));
            } else {
                side.add(plain(piece.text().substring(0, colon)));
                behind = new ArrayList<>(List.of(plain(piece.text().substring(colon + 1))));
            }
        }
        return new Written(
                ValueExpression.compile(option, before, simple),
                behind == null ? null : ValueExpression.compile(option, behind, simple));
    }

    private static Piece plain(String literal) {
        return new Piece(ButtonTexts.plain(literal), false);
    }

    private static List<?> buttons(Object value) {
        return ListValues.is(value)
                ? ListValues.of(value)
                : CommaText.splitRaw((String) value).stream()
                        .map(ButtonTexts::read)
                        .toList();
    }
}
