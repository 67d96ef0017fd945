/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what people write into E.164, or says why it cannot. No digit is added, dropped or moved, but for the prefixes of the
 * region, and what could be read in two ways is refused: a wrong number is somebody else's.
 */
public final class PhoneNumbers {

    /** A user id has up to 131 characters, and what cannot be seen may stand between them. */
    private static final int MAX_LENGTH = 256;

    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,128}");
    private static final Pattern NEARLY_USER_ID = Pattern.compile("[A-Za-z]{2}\\.\\S*");
    private static final Pattern CHAT_ID = Pattern.compile("([1-9][0-9]*)@(?:s\\.whatsapp\\.net|c\\.us)");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:tel|whatsapp):");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9.,]+[eE][+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("\\+?[0-9]{7,}[.,][0-9]{1,3}|.*[0-9][.,][0-9]");
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)[0-9).\\s;,-]\\s*(?:ext\\w*|extension|ramal|x|r)[\\s.:=]*[0-9]+|.*#.*");
    private static final Pattern SEVERAL = Pattern.compile("[,;|\\n\\r\\t]|[0-9)]\\s*\\(?\\s*\\+|[0-9].*/.*/");
    /** A slash stands between area code and number; elsewhere it stands between two numbers, or before an extension. */
    private static final Pattern SLASH = Pattern.compile("(?:[^0-9/]*[0-9]){1,5}[^0-9/]*/(?:[^0-9]*[0-9]){6,}[^0-9]*");

    private static final Pattern SIGNS = Pattern.compile("[0-9\\s().,;|/+-]+");
    private static final Pattern WRITTEN = Pattern.compile("\\(?[ ]*\\+?[ (]*[0-9][0-9 ().\\-/]*");

    private PhoneNumbers() {}

    /** Whether a text names a region that has phone numbers, as ISO 3166-1 in two capitals. */
    public static boolean isRegion(String region) {
        return PhoneReadings.knows(region);
    }

    /**
     * A phone number as E.164, or a business-scoped user id as it is.
     *
     * @param field  name for errors
     * @param value  what people write, a number with <code>+</code> and 8 to 15 digits, a WhatsApp id of a person, or a user id
     * @param region region of a number without country code, as ISO 3166-1 in two letters
     * @throws PilotStatusValidationException when it is none of them, or could be several; the text does not quote it
     */
    public static String normalize(String field, String value, String region) {
        if (PhoneReadings.isCanonical(value)) {
            return value;
        }
        if (value.length() > MAX_LENGTH) {
            throw invalid(field, "is longer than any phone number or user id");
        }
        String text = PlainText.of(value);
        if (USER_ID.matcher(text).matches()) {
            return text;
        }
        Matcher chat = CHAT_ID.matcher(text);
        if (chat.matches()) {
            return PhoneReadings.international(field, chat.group(1));
        }
        requireNoOtherId(field, text);
        text = SCHEME.matcher(text).lookingAt()
                ? text.substring(text.indexOf(':') + 1).strip()
                : text;
        requireOneNumber(field, text);
        String digits = text.replaceAll("[^0-9]", "");
        return text.contains("+")
                ? PhoneReadings.international(field, digits)
                : PhoneReadings.national(field, digits, region);
    }

    /** A plus sign in a URI is read as a blank. A text that stands in a URI, and begins with one, has lost its plus sign. */
    public static String restorePlus(String literal) {
        String text = literal.strip();
        boolean lost = literal.startsWith(" ") && !text.isEmpty() && Character.isDigit(text.charAt(0));
        return lost ? "+" + text : text;
    }

    /**
     * An entry of a list that stands in a URI. A blank before it may be one, or a plus sign that was lost.
     *
     * @throws PilotStatusValidationException as {@link #normalize} does, and when both would be a number
     */
    // The percent sign is that of a URI.
    @SuppressWarnings("OrphanedFormatString")
    public static String normalizeEntry(String field, String entry, String region) {
        String restored = restorePlus(entry);
        String international = restored.equals(entry.strip()) ? null : accepted(restored, region);
        String national = accepted(entry, region);
        if (international == null || international.equals(national)) {
            return normalize(field, entry, region);
        }
        boolean exists = PhoneReadings.exists(international);
        if (national == null || exists != PhoneReadings.exists(national)) {
            return national == null || exists ? international : national;
        }
        throw new PilotStatusValidationException(
                ErrorCode.PHONE_NUMBER_AMBIGUOUS,
                field,
                "has a blank before a number, which may be a plus sign: write the plus sign as %2B, or leave the blank out");
    }

    private static String accepted(String text, String region) {
        try {
            return normalize("", text, region);
        } catch (PilotStatusValidationException e) {
            return null;
        }
    }

    private static void requireNoOtherId(String field, String text) {
        if (text.endsWith("@lid")) {
            throw new PilotStatusValidationException(
                    ErrorCode.LID_UNSUPPORTED,
                    field,
                    "is a LID, by which WhatsApp hides a number, and which leads to nobody outside of its chat: give the"
                            + " phone number, or the user id (such as BR.123) that came with it");
        }
        if (text.endsWith("@g.us") || text.endsWith("@newsletter")) {
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_INVALID,
                    field,
                    "is no phone number: a group is named by groupId, a channel by newsletterId");
        }
        if (NEARLY_USER_ID.matcher(text).matches()) {
            throw new PilotStatusValidationException(
                    ErrorCode.USER_ID_INVALID,
                    field,
                    "is no user id: two capitals of a country, a dot, and letters and digits, such as BR.123");
        }
    }

    private static void requireOneNumber(String field, String text) {
        if (SCIENTIFIC.matcher(text).matches() || DECIMAL.matcher(text).matches()) {
            throw invalid(
                    field,
                    "is written as a decimal or with an exponent; give phone numbers as text, not as numbers of a"
                            + " spreadsheet");
        }
        if (EXTENSION.matcher(text).find()) {
            throw invalid(field, "has an extension, which WhatsApp does not know: leave it out");
        }
        boolean signs = SIGNS.matcher(text).matches();
        if (signs
                && (SEVERAL.matcher(text).find()
                        || (text.contains("/") && !SLASH.matcher(text).matches()))) {
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_AMBIGUOUS,
                    field,
                    "must hold one phone number; split the message to send several");
        }
        if (!WRITTEN.matcher(text).matches()) {
            throw invalid(
                    field,
                    "must be a phone number in E.164 such as +5511999999999, without letters and other signs, or a user"
                            + " id such as BR.123");
        }
    }

    private static PilotStatusValidationException invalid(String field, String rule) {
        return new PilotStatusValidationException(ErrorCode.PHONE_NUMBER_INVALID, field, rule);
    }
}
