/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.store;

import br.com.pilotstatus.camel.util.Sha256;
import java.util.HexFormat;

/**
 * A key as a table holds it. Databases differ in what they take for the same text: capitals, accents, trailing blanks,
 * and what their character set lacks. So rows are found by a hash, and the text beside it is plain ASCII.
 *
 * @param id   SHA-256 of the text, in hex: 64 characters
 * @param text the key, with what is not printable ASCII written as a tilde and four hex digits
 */
record ClaimKey(String id, String text) {

    static final int MAX_LENGTH = 512;
    static final int MAX_TEXT_LENGTH = MAX_LENGTH * 5;

    private static final char ESCAPE = '~';
    /** The empty key, which some databases would take for none. */
    private static final String EMPTY = "~";

    private static final HexFormat HEX = HexFormat.of();

    static ClaimKey of(String key) {
        if (key.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A key has at most " + MAX_LENGTH + " characters");
        }
        String text = key.isEmpty() ? EMPTY : text(key);
        return new ClaimKey(Sha256.hex(text), text);
    }

    /** A key, or the beginning of keys, as the table holds it. */
    static String text(String key) {
        StringBuilder text = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c > ' ' && c < ESCAPE) {
                text.append(c);
            } else {
                text.append(ESCAPE).append(HEX.toHexDigits(c));
            }
        }
        return text.toString();
    }

    /** The key of a text in the table. */
    static String read(String text) {
        if (text.equals(EMPTY)) {
            return "";
        }
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ESCAPE) {
                key.append((char) HexFormat.fromHexDigits(text, i + 1, i + 5));
                i += 4;
            } else {
                key.append(text.charAt(i));
            }
        }
        return key.toString();
    }
}
