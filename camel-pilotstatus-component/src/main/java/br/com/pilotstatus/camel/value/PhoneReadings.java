/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whose number a row of digits is. A number with a country code goes out as it is, since the service knows ids that
 * the plans of numbers do not; one without must have exactly one reading in its region.
 */
final class PhoneReadings {

    private static final String BRAZIL = "BR";
    private static final String BRAZIL_CODE = "55";
    private static final int FEWEST = 8;
    private static final int MOST = 15;
    /** Area code and number; the service numbers 0300 and 0800 as well. */
    private static final Pattern BRAZIL_WHOLE = Pattern.compile("[1-9][0-9]{9,10}");
    /** Area code and a mobile of nine digits, or any number of eight. */
    private static final Pattern BRAZIL_NATIONAL = Pattern.compile("[1-9][1-9](?:9[0-9]{8}|[2-9][0-9]{7})");
    /** How a region dials a country code, beside 00, which all understand; longer ones name a carrier. */
    private static final Set<String> DIALLED = Set.of("011", "0011", "010");

    private PhoneReadings() {}

    /** The plans of all countries, which take a moment to load and are not needed for Brazilian numbers. */
    private static final class Plans {
        static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    }

    /** Whether the region is one that has phone numbers. */
    static boolean knows(String region) {
        return BRAZIL.equals(region) || Plans.PHONES.getSupportedRegions().contains(region);
    }

    /** Whether the plan of its country has a number. */
    static boolean exists(String e164) {
        try {
            PhoneNumber number = Plans.PHONES.parse(e164, null);
            return Plans.PHONES.isValidNumber(number) && e164.equals("+" + e164(number));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /**
     * Whether a text surely is what {@link #international} makes of it, told without the plans of countries: a plus sign and
     * digits, of as many as there must be, and no zero where one could be dialled within a country only.
     */
    static boolean isCanonical(String text) {
        int length = text.length() - 1;
        if (length < FEWEST || length > MOST || text.charAt(0) != '+' || text.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i <= length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        // Country codes have one to three digits.
        return text.startsWith(BRAZIL_CODE, 1)
                ? text.charAt(3) != '0' && (length == 12 || length == 13)
                : text.charAt(2) != '0' && text.charAt(3) != '0' && text.charAt(4) != '0';
    }

    /** A number that begins with its country code. */
    static String international(String field, String digits) {
        if (digits.startsWith("0")) {
            throw invalid(field, "a country code does not begin with 0");
        }
        if (digits.length() < FEWEST) {
            throw invalid(field, "it has too few digits");
        }
        boolean brazilian = digits.startsWith(BRAZIL_CODE);
        String national = digits.substring(BRAZIL_CODE.length());
        if ((brazilian && national.startsWith("0")) || hasTrunkPrefix(digits)) {
            throw invalid(field, "it has a 0 between country code and area code; leave the 0 out");
        }
        if (digits.length() > MOST || (brazilian && national.length() > 11)) {
            throw invalid(field, "it has too many digits");
        }
        if (brazilian && !BRAZIL_WHOLE.matcher(national).matches()) {
            throw invalid(
                    field,
                    "it has too few digits, or its area code is missing; a Brazilian number has 10 or 11 digits after"
                            + " +55, and validate=false sends others");
        }
        return "+" + digits;
    }

    /** Such as the 0 in +44 (0)20, which is dialled within the country only. */
    private static boolean hasTrunkPrefix(String digits) {
        try {
            PhoneNumber number = Plans.PHONES.parse("+" + digits, null);
            String prefix = Plans.PHONES.getNddPrefixForRegion(
                    Plans.PHONES.getRegionCodeForCountryCode(number.getCountryCode()), true);
            String code = String.valueOf(number.getCountryCode());
            return "0".equals(prefix)
                    && digits.startsWith(code + "0")
                    && e164(number).equals(code + digits.substring(code.length() + 1));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** A number as it is written, or dialled, in its region. */
    static String national(String field, String digits, String region) {
        if (digits.startsWith("00")) {
            return dialled(field, digits, region);
        }
        return region.equals(BRAZIL) ? brazilian(field, digits) : ofRegion(field, digits, region);
    }

    /** After 00 comes a country code; in some countries a carrier comes before it, which must not be taken for one. */
    private static String dialled(String field, String digits, String region) {
        String whole = digits.substring(2);
        if (isBrazilian(whole)) {
            return "+" + whole;
        }
        String other = parsed(digits, region);
        boolean ambiguous = other != null && !whole.equals(other) && exists("+" + other);
        if (ambiguous || !exists("+" + whole)) {
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_AMBIGUOUS,
                    field,
                    "begins with 00, and what follows may be a carrier or a country: write + and the country code instead");
        }
        return international(field, whole);
    }

    private static String brazilian(String field, String digits) {
        if (BRAZIL_NATIONAL.matcher(digits).matches()) {
            return "+" + BRAZIL_CODE + digits;
        }
        if (isBrazilian(digits)) {
            return "+" + digits;
        }
        if (digits.startsWith("0") && isBrazilian(BRAZIL_CODE + digits.substring(1))) {
            return "+" + BRAZIL_CODE + digits.substring(1);
        }
        if (digits.length() < 10) {
            throw invalid(field, "it has too few digits, or its area code is missing");
        }
        if (digits.startsWith("0")) {
            throw invalid(field, "it begins with 0 and a carrier, or lacks its area code; write area code and number");
        }
        throw invalid(
                field,
                "it has too many digits for a Brazilian number, or is none; write a number of another country with + and"
                        + " its country code");
    }

    private static boolean isBrazilian(String digits) {
        return digits.startsWith(BRAZIL_CODE)
                && BRAZIL_NATIONAL
                        .matcher(digits.substring(BRAZIL_CODE.length()))
                        .matches();
    }

    private static String ofRegion(String field, String digits, String region) {
        String read = parsed(digits, region);
        if (read == null) {
            throw invalid(field, "it has a wrong number of digits for the region " + region);
        }
        String code = String.valueOf(Plans.PHONES.getCountryCodeForRegion(region));
        String prefix = Plans.PHONES.getNddPrefixForRegion(region, true);
        boolean whole = read.equals(digits);
        boolean kept = whole
                || read.equals(code + digits)
                || (prefix != null && digits.equals(prefix + read.substring(Math.min(code.length(), read.length()))))
                || DIALLED.stream().anyMatch(dialled -> digits.equals(dialled + read));
        if (!kept) {
            throw invalid(field, "it is written in a way that would lose digits; write it with + and its country code");
        }
        String other = whole ? code + digits : digits;
        if (!other.equals(read) && other.startsWith(code) && exists("+" + other) && exists("+" + read)) {
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_AMBIGUOUS,
                    field,
                    "may be a number with or without its country code: write + and the country code");
        }
        return "+" + read;
    }

    /** The digits that the plan of the region makes of some; null when none. */
    private static String parsed(String digits, String region) {
        try {
            PhoneNumber number = Plans.PHONES.parse(digits, region);
            return Plans.PHONES.isPossibleNumber(number) ? e164(number) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private static String e164(PhoneNumber number) {
        return Plans.PHONES.format(number, PhoneNumberFormat.E164).substring(1);
    }

    private static PilotStatusValidationException invalid(String field, String reason) {
        return new PilotStatusValidationException(
                ErrorCode.PHONE_NUMBER_INVALID, field, "is no phone number: " + reason);
    }
}
