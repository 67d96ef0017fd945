/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists that are written as text: entries separated by commas. A comma that belongs to an entry has a backslash before it. */
public final class CommaText {

    private static final char ESCAPE = '\\';

    private CommaText() {}

    /** The entries, without the backslashes that kept their commas. A blank text has one blank entry. */
    public static List<String> split(String text) {
        return splitRaw(text).stream().map(entry -> unescape(entry, ",")).toList();
    }

    /** The entries without the blanks around them, and without those that are blank. A text that is not there has none. */
    public static List<String> names(String text) {
        return text == null
                ? List.of()
                : split(text).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** The entries of a value that is a collection, or else of its text as above; a blank text has none. */
    public static Collection<?> entries(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        String text = value.toString();
        return text.isBlank() ? List.of() : split(text);
    }

    /** The entries with their backslashes, for whoever gives further characters a meaning. */
    public static List<String> splitRaw(String text) {
        List<String> entries = new ArrayList<>();
        int begin = 0;
        for (int end = indexOf(text, ',', 0); end >= 0; end = indexOf(text, ',', begin)) {
            entries.add(text.substring(begin, end));
            begin = end + 1;
        }
        entries.add(text.substring(begin));
        return entries;
    }

    /** Where a character stands that no backslash takes its meaning from; -1 when nowhere. */
    public static int indexOf(String text, char wanted, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == ESCAPE) {
                i++;
            } else if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** A text without the backslashes before these characters, and before backslashes; others stay. */
    public static String unescape(String text, String special) {
        if (text.indexOf(ESCAPE) < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean escapes = text.charAt(i) == ESCAPE
                    && i + 1 < text.length()
                    && (text.charAt(i + 1) == ESCAPE || special.indexOf(text.charAt(i + 1)) >= 0);
            plain.append(text.charAt(escapes ? ++i : i));
        }
        return plain.toString();
    }
}
