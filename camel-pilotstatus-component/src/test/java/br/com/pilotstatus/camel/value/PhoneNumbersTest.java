/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    +5511988887777,         +5511988887777
                    5511988887777,          +5511988887777
                    (11) 98888-7777,        +5511988887777
                    011 98888-7777,         +5511988887777
                    +55 (11) 98888-7777,    +5511988887777
                    (+55) 11 98888-7777,    +5511988887777
                    "  +5511988887777 ",    +5511988887777
                    " 11988887777",         +5511988887777
                    + 55 11 98888-7777,     +5511988887777
                    0055 11 98888-7777,     +5511988887777
                    0055 51 98888-7777,     +5551988887777
                    11.98888.7777,          +5511988887777
                    11/98888-7777,          +5511988887777
                    1133330000,             +551133330000
                    551133330000,           +551133330000
                    5533330000,             +555533330000
                    "1133330000\n",         +551133330000
                    +1 202-555-0143,        +12025550143
                    001 202 555 0143,       +12025550143
                    tel:+55-11-98888-7777,  +5511988887777
                    whatsapp:+5511988887777, +5511988887777
                    5511988887777@s.whatsapp.net, +5511988887777
                    12025550143@c.us,       +12025550143
                    """)
    void whatPeopleWriteBecomesE164(String written, String expected) {
        assertThat(PhoneNumbers.normalize("to", written, "BR")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'\u202A+55 11 98888-7777\u202C'",
        "'\uFEFF5511988887777'",
        "'(11)\u00A098888\u20117777'",
        "'11\u200B98888\u20137777'",
        "'\u200E+55\u202F11\u300098888\u22127777\u200F'",
        "'\uFF0B\uFF15\uFF15\uFF11\uFF11\uFF19\uFF18\uFF18\uFF18\uFF18\uFF17\uFF17\uFF17\uFF17'",
        "'+\u0665\u0665\u0661\u0661\u0669\u0668\u0668\u0668\u0668\u0667\u0667\u0667\u0667'"
    })
    void whatOnlyLooksDifferentIsReadAsPlain(String written) {
        assertThat(PhoneNumbers.normalize("to", written, "BR")).isEqualTo("+5511988887777");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+5215512345678", // as WhatsApp itself names a Mexican
                "+22507123456", // Ivory Coast before it added digits
                "+5491123456789",
                "+390612345678", // the 0 is part of the number
                "+99911988887777",
                "+558007770000",
                "+551188887777" // a mobile of eight digits gets no ninth
            })
    void aNumberWithItsCountryCodeGoesOutAsItIs(String number) {
        assertThat(PhoneNumbers.normalize("to", number, "BR")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    US, 202-555-0143,        +12025550143
                    US, 1 202 555 0143,      +12025550143
                    US, 011 55 11 98888-7777, +5511988887777
                    US, 00 55 11 98888-7777, +5511988887777
                    PT, 912 345 678,         +351912345678
                    PT, 351912345678,        +351912345678
                    GB, 020 7946 0018,       +442079460018
                    DE, 0151 23456789,       +4915123456789
                    IT, 06 1234 5678,        +390612345678
                    """)
    void theRegionDecidesWhoseNumberOneWithoutCountryCodeIs(String region, String written, String expected) {
        assertThat(PhoneNumbers.normalize("to", written, region)).isEqualTo(expected);
    }

    @Test
    void aUserIdPassesAsItIs() {
        assertThat(PhoneNumbers.normalize("to", "BR.13491208655302741918", "BR"))
                .isEqualTo("BR.13491208655302741918");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    1.19E10                        | INVALID   | exponent
                    5.511988887777E12              | INVALID   | exponent
                    1,1988887777E10                | INVALID   | exponent
                    1133330000.0                   | INVALID   | decimal
                    551177770000.0                 | INVALID   | decimal
                    +551133330000.00               | INVALID   | decimal
                    1133330000,0                   | INVALID   | decimal
                    (11) 3333-0000.1               | INVALID   | decimal
                    +5511988887777,+5511988886666  | AMBIGUOUS | one phone number
                    +5511988887777;+5511988886666  | AMBIGUOUS | one phone number
                    +5511988887777 +5511988886666  | AMBIGUOUS | one phone number
                    (11) 3333-0000/1               | AMBIGUOUS | one phone number
                    (11) 3333-0000 / 3333-0001     | AMBIGUOUS | one phone number
                    11 3333/0000                   | AMBIGUOUS | one phone number
                    "11988887777\t11988886666"     | AMBIGUOUS | one phone number
                    "11988887777\n11988886666"     | AMBIGUOUS | one phone number
                    5511+988887777                 | AMBIGUOUS | one phone number
                    0021 1 202 555 0143            | AMBIGUOUS | carrier
                    11988887777 e 11988886666      | INVALID   | E.164
                    11988887777 ou 11988886666     | INVALID   | E.164
                    ++5511988887777                | INVALID   | E.164
                    -11988887777                   | INVALID   | E.164
                    '5511988887777                 | INVALID   | E.164
                    call me                        | INVALID   | E.164
                    0800-FLOWERS                   | INVALID   | E.164
                    +55 (0xx11) 98888-7777         | INVALID   | E.164
                    https://wa.me/5511988887777    | INVALID   | E.164
                    11 3333-0000\u00B9             | INVALID   | E.164
                    true                           | INVALID   | E.164
                    (11) 3333-0000 ext 12          | INVALID   | extension
                    (11) 3333-0000 ramal 12        | INVALID   | extension
                    (11) 3333-0000 x12             | INVALID   | extension
                    (11) 3333-0000 #12             | INVALID   | extension
                    tel:+551133330000;ext=12       | INVALID   | extension
                    97777-0110                     | INVALID   | area code is missing
                    +55 97777-0110                 | INVALID   | area code is missing
                    +55119                         | INVALID   | too few digits
                    98888                          | INVALID   | too few digits
                    190                            | INVALID   | too few digits
                    +1234567                       | INVALID   | too few digits
                    +55119888877776666             | INVALID   | too many digits
                    +55119888877776                | INVALID   | too many digits
                    0 15 11 98888-7777             | INVALID   | carrier
                    0800 777 0000                  | INVALID   | carrier
                    +55 (011) 98888-7777           | INVALID   | leave the 0 out
                    +550 11 98888-7777             | INVALID   | leave the 0 out
                    +44 (0)20 7946 0018            | INVALID   | leave the 0 out
                    +011 98888-7777                | INVALID   | does not begin with 0
                    12025550143                    | INVALID   | another country
                    5215512345678                  | INVALID   | another country
                    "55 11 3333-0000 1"            | INVALID   | another country
                    1203630@g.us                   | INVALID   | groupId
                    """)
    void whatIsNoNumberOrMoreThanOneIsRefusedWithTheReason(String written, String code, String reason) {
        assertThatThrownBy(() -> PhoneNumbers.normalize("to", written, "BR"))
                .isInstanceOfSatisfying(
                        PilotStatusValidationException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo("LOCAL_PHONE_NUMBER_" + code))
                .hasMessageStartingWith("'to' ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"MX, 044 55 1234 5678", "AR, 11 15 1234 5678", "US, 5511988887777", "DE, 0031 151 23456789", "PT, 98888"
    })
    void aNumberOfARegionThatWouldLoseDigitsIsRefused(String region, String written) {
        assertThatThrownBy(() -> PhoneNumbers.normalize("to", written, region))
                .isInstanceOf(PilotStatusValidationException.class);
    }

    @Test
    void aLidIsRefusedAndTheTextSaysWhatToGiveInstead() {
        assertThatThrownBy(() -> PhoneNumbers.normalize("to", "123456789012345@lid", "BR"))
                .isInstanceOfSatisfying(
                        PilotStatusValidationException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo("LOCAL_LID_UNSUPPORTED"))
                .hasMessageContaining("is a LID")
                .hasMessageContaining("user id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br.123", "BR.", "BR.12-3"})
    void whatIsNearlyAUserIdIsRefusedAsOne(String id) {
        assertThatThrownBy(() -> PhoneNumbers.normalize("to", id, "BR"))
                .isInstanceOfSatisfying(
                        PilotStatusValidationException.class,
                        refusal -> assertThat(refusal.getErrorCode()).isEqualTo("LOCAL_USER_ID_INVALID"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+551198888777766",
                "+5511988887777,+5511988886666",
                "12345",
                "1.19888877E10",
                "0021 1 202 555 8888",
                "58888@lid",
                "br.8888"
            })
    void theReasonNeverRepeatsTheNumber(String written) {
        assertThatThrownBy(() -> PhoneNumbers.normalize("to", written, "BR"))
                .hasNoCause()
                .message()
                .doesNotContain("8888")
                .doesNotContain("12345");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    " 5511988887777",  +5511988887777
                    " 12025550143",    +12025550143
                    " 11988887777",    +5511988887777
                    " 011988887777",   +5511988887777
                    "11988887777",     +5511988887777
                    """)
    void aBlankInAListOfAUriIsAPlusWhereOnlyThatMakesANumber(String entry, String expected) {
        assertThat(PhoneNumbers.normalizeEntry("participants", entry, "BR")).isEqualTo(expected);
    }

    @Test
    void aBlankInAListOfAUriThatMayBeAPlusIsRefused() {
        assertThatThrownBy(() -> PhoneNumbers.normalizeEntry("participants", " 4520123456", "BR"))
                .hasMessageContaining("%2B");
    }

    @Test
    void whatPassesUnreadIsWhatReadingItWouldGive() {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        List<String> passed = new ArrayList<>();
        for (String region : phones.getSupportedRegions()) {
            String number = phones.format(phones.getExampleNumber(region), PhoneNumberFormat.E164);
            for (int i = 1; i <= 5; i++) {
                for (String digits : List.of("", "0", "1", "00")) {
                    passed.add(number.substring(0, i) + digits + number.substring(i));
                    passed.add(number.substring(0, i) + digits + number.substring(i + 1));
                }
            }
        }
        passed.removeIf(number -> !PhoneReadings.isCanonical(number));
        assertThat(passed)
                .hasSizeGreaterThan(1000)
                .allSatisfy(number -> assertThat(PhoneReadings.international("to", number.substring(1)))
                        .isEqualTo(number));
    }
}
