/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.io.Serializable;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a base64 data URI holds.
 *
 * @param mediaType its type; null when it names none
 * @param bytes     its content
 */
public record DataUri(String mediaType, byte[] bytes) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Characters of base64 that belong together. */
    private static final int GROUP = 4;

    private static final Pattern HEAD =
            Pattern.compile("data:([^;,]{0,255})(?:;[^;,]{0,255}){0,8};base64,", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a data URI.
     *
     * @throws IllegalArgumentException when it is none, or not in base64; the text quotes nothing
     */
    public static DataUri parse(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            throw new IllegalArgumentException("no data URI in base64");
        }
        String type = head.group(1);
        try {
            return new DataUri(type.isEmpty() ? null : type, Base64.getDecoder().decode(text.substring(head.end())));
        } catch (IllegalArgumentException e) {
            // Without the cause, whose text quotes the content.
            throw new IllegalArgumentException("a data URI that is no valid base64");
        }
    }

    /** Whether a text is a data URI in base64 that everybody can read, without keeping what it holds. */
    public static boolean isValid(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt() || head.end() == text.length() || (text.length() - head.end()) % GROUP != 0) {
            return false;
        }
        int end = text.length();
        for (int padding = 0; padding < 2 && text.charAt(end - 1) == '='; padding++) {
            end--;
        }
        return text.substring(head.end(), end).chars().allMatch(DataUri::isBase64);
    }

    private static boolean isBase64(int character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '+'
                || character == '/';
    }

    @Override
    public String toString() {
        return "DataUri[mediaType=" + mediaType + ", " + bytes.length + " bytes]";
    }
}
