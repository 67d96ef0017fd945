/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import br.com.pilotstatus.camel.client.ErrorCode;
import br.com.pilotstatus.camel.client.PilotStatusValidationException;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/**
 * Turns what people write into E.164, or says why it cannot. Digits are never added or dropped beyond the prefixes of
 * the region: whether a Brazilian mobile takes a ninth digit is for its owner to know.
 */
public final class PhoneNumbers {

    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,128}");
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ().\\-/\\u00A0]+");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9.,]+[eE]\\+?[0-9]+");
    private static final Pattern SEVERAL = Pattern.compile("[,;|\\n]|/\\s*\\+|\\d\\s*\\+");

    private PhoneNumbers() {}

    /**
     * A phone number as E.164, or a business-scoped user id as it is.
     *
     * @param field  name for errors
     * @param region region of a number without country code, as ISO 3166-1 in two letters
     * @throws PilotStatusValidationException when it is neither; the text does not quote it
     */
    public static String normalize(String field, String value, String region) {
        String text = restorePlus(value);
        if (USER_ID.matcher(text).matches()) {
            return text;
        }
        requireOneNumber(field, text);
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(text, region);
            ValidationResult verdict = phones.isPossibleNumberWithReason(number);
            if (verdict != ValidationResult.IS_POSSIBLE) {
                throw new PilotStatusValidationException(
                        ErrorCode.PHONE_NUMBER_INVALID, field, "is no phone number: " + reason(verdict));
            }
            return phones.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            // Without the cause, whose text may quote the number.
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_INVALID, field, "is no phone number: " + reason(e.getErrorType()));
        }
    }

    /** A plus sign in a URI is read as a space, and a number that begins with a space means nothing else. */
    static String restorePlus(String value) {
        String text = value.strip();
        boolean lostPlus = value.startsWith(" ") && !text.isEmpty() && Character.isDigit(text.charAt(0));
        return lostPlus ? "+" + text : text;
    }

    private static void requireOneNumber(String field, String text) {
        if (SCIENTIFIC.matcher(text).matches()) {
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_INVALID,
                    field,
                    "is written as a decimal with an exponent; give phone numbers as text, not as numbers");
        }
        if (SEVERAL.matcher(text).find()) {
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_AMBIGUOUS,
                    field,
                    "must hold one phone number; split the message to send several");
        }
        if (!WRITTEN.matcher(text).matches()) {
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_INVALID,
                    field,
                    "must be a phone number in E.164 such as +5511999999999, or a user id such as BR.123");
        }
    }

    private static String reason(ValidationResult verdict) {
        return switch (verdict) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> "it has too few digits, or its area code is missing";
            case TOO_LONG -> "it has too many digits";
            case INVALID_COUNTRY_CODE -> "its country code does not exist";
            default -> "it has a wrong number of digits";
        };
    }

    private static String reason(NumberParseException.ErrorType error) {
        return switch (error) {
            case INVALID_COUNTRY_CODE -> "its country code does not exist";
            case TOO_LONG -> "it has too many digits";
            default -> "it has too few digits";
        };
    }
}
