/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits what an author wrote into literal text and functions of Simple, and has each function checked, those inside others
 * too. A closing brace in quotes or brackets ends no function, which Camel is told by an escape.
 */
final class ExpressionText {

    /**
     * A piece of the text.
     *
     * @param text       literal text, or a function as Camel reads it, with its braces
     * @param isFunction whether it is a function
     */
    record Piece(String text, boolean isFunction) {}

    private static final Pattern START = Pattern.compile("\\$(?:simple)?\\{");
    private static final int MAX_DEPTH = 20;

    private final String option;
    private final String text;
    private final Matcher start;

    private ExpressionText(String option, String text) {
        this.option = option;
        this.text = text;
        this.start = START.matcher(text);
    }

    static boolean holdsFunction(String text) {
        return START.matcher(text).find();
    }

    /**
     * The pieces in their order.
     *
     * @throws IllegalArgumentException when a function does not end, or may not be used
     */
    static List<Piece> split(String option, String text) {
        return new ExpressionText(option, text).split();
    }

    private List<Piece> split() {
        List<Piece> pieces = new ArrayList<>();
        int position = 0;
        while (start.find(position)) {
            addLiteral(pieces, text.substring(position, start.start()));
            int begin = start.start();
            StringBuilder function = new StringBuilder();
            position = read(start.end(), 1, function);
            requireNothingHidden(text.substring(begin, position));
            pieces.add(new Piece(function.toString(), true));
        }
        addLiteral(pieces, text.substring(position));
        return pieces;
    }

    private static void addLiteral(List<Piece> pieces, String literal) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece(literal, false));
        }
    }

    /** Reads a function from behind its opening brace, and gives the position behind its closing one. */
    private int read(int begin, int depth, StringBuilder function) {
        if (depth > MAX_DEPTH) {
            throw invalid("has functions nested more than " + MAX_DEPTH + " deep");
        }
        StringBuilder own = new StringBuilder();
        Deque<Character> open = new ArrayDeque<>();
        function.append("${");
        int position = begin;
        while (position < text.length()) {
            char letter = text.charAt(position);
            if (start.region(position, text.length()).lookingAt()) {
                position = read(start.end(), depth + 1, function);
                own.append(SimpleFunctions.NESTED);
                continue;
            }
            if (letter == '}' && open.isEmpty()) {
                function.append('}');
                SimpleFunctions.require(option, own.toString(), text.substring(begin, position));
                return position + 1;
            }
            if (letter == '}') {
                // Each level of functions takes one escape away.
                function.append("\\".repeat(depth));
            }
            if (letter == '\\' && text.startsWith("}", position + 1)) {
                function.append(letter);
                letter = '}';
                position++;
            } else {
                track(letter, own, open);
            }
            function.append(letter);
            own.append(letter);
            position++;
        }
        throw invalid("has an expression without its closing brace");
    }

    /** Keeps what is open: quotes, where a quoted text can begin, and brackets. */
    private static void track(char letter, CharSequence own, Deque<Character> open) {
        char before = own.isEmpty() ? ' ' : own.charAt(own.length() - 1);
        boolean quoted = !open.isEmpty() && open.peek() != ']';
        if (!open.isEmpty() && letter == open.peek()) {
            open.pop();
        } else if (!quoted && letter == '[') {
            open.push(']');
        } else if (!quoted && (letter == '\'' || letter == '"') && "(,[ ".indexOf(before) >= 0) {
            open.push(letter);
        }
    }

    /** Camel drops quotes of what is inside a function before it reads it again, so these must not part what they hide. */
    private void requireNothingHidden(String function) {
        String bare = function.replaceAll("['\"\\\\]", "");
        boolean hidden = count(START, bare) != count(START, function)
                || bare.contains("resource:")
                || bare.contains("$init{")
                || bare.contains("~>");
        if (hidden) {
            throw SimpleFunctions.refused(option, function);
        }
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    private IllegalArgumentException invalid(String rule) {
        return new IllegalArgumentException("Option '" + option + "' " + rule);
    }
}
