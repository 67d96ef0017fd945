/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.model.CommaText;
import br.com.pilotstatus.camel.value.ExpressionText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;

/**
 * An option that is a list. Its author's commas separate the entries; those in the value of an expression do not, since they
 * are part of somebody's words, except where the whole option is one expression.
 */
final class ListOption {

    /** @param blank what stands before an expression that may give a list: blanks, or nothing */
    private record Entry(String blank, ValueExpression value) {}

    private ListOption() {}

    /** Compiles an option, as {@link ValueExpression#compile} does. Gives the entries, or the value of the one expression. */
    static Function<Exchange, Object> compile(String option, String text, Function<String, Expression> simple) {
        List<Piece> pieces = ExpressionText.split(option, text);
        if (isOneExpression(pieces)) {
            return ValueExpression.compile(option, pieces, simple)::evaluate;
        }
        List<Entry> entries = entries(pieces).stream()
                .map(entry -> entry(option, entry, simple))
                .toList();
        return exchange -> evaluate(entries, exchange);
    }

    private static Entry entry(String option, List<Piece> pieces, Function<String, Expression> simple) {
        List<Piece> written =
                pieces.stream().filter(piece -> !piece.text().isBlank()).toList();
        return isOneExpression(written)
                ? new Entry(
                        pieces.get(0).isFunction() ? "" : pieces.get(0).text(),
                        ValueExpression.compile(option, written, simple))
                : new Entry("", ValueExpression.compile(option, plain(pieces), simple));
    }

    static boolean isOneExpression(List<Piece> pieces) {
        return pieces.size() == 1 && pieces.get(0).isFunction();
    }

    /** The pieces between the commas that no backslash takes their meaning from. */
    static List<List<Piece>> entries(List<Piece> pieces) {
        List<List<Piece>> entries = new ArrayList<>();
        List<Piece> entry = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.isFunction()) {
                entry.add(piece);
                continue;
            }
            List<String> literals = CommaText.splitRaw(piece.text());
            for (int i = 0; i < literals.size(); i++) {
                if (i > 0) {
                    entries.add(entry);
                    entry = new ArrayList<>();
                }
                entry.add(new Piece(literals.get(i), false));
            }
        }
        entries.add(entry);
        return entries;
    }

    /** An entry without the backslashes of its author. */
    private static List<Piece> plain(List<Piece> entry) {
        return entry.stream()
                .map(piece -> piece.isFunction() ? piece : new Piece(CommaText.unescape(piece.text(), ","), false))
                .filter(piece -> !piece.text().isEmpty())
                .toList();
    }

    private static List<Object> evaluate(List<Entry> entries, Exchange exchange) {
        List<Object> values = new ArrayList<>();
        for (Entry entry : entries) {
            Object value = entry.value().listOrText(exchange);
            if (ListValues.is(value)) {
                values.addAll(ListValues.of(value));
            } else {
                values.add(entry.blank() + value);
            }
        }
        return values;
    }
}
