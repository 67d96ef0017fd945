/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

/** A short text as a keyboard would write it: what only looks different, or cannot be seen, is made plain. */
final class PlainText {

    private static final int MINUS = 0x2212;
    /** Signs of ASCII have a wide form so much further on. */
    private static final int WIDE = 0xFEE0;

    private PlainText() {}

    /**
     * The text without characters that only direct or format others, with plain blanks, dashes and digits, and without blanks
     * around it.
     */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.getType(character) != Character.FORMAT) {
                plain.appendCodePoint(plain(character));
            }
        });
        return plain.toString().strip();
    }

    private static int plain(int character) {
        if (Character.isDigit(character)) {
            return '0' + Character.digit(character, 10);
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> character == MINUS ? '-' : wide(character);
        };
    }

    private static int wide(int character) {
        return character > WIDE + ' ' && character <= WIDE + '~' ? character - WIDE : character;
    }
}
