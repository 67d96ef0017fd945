/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.client.PilotStatusValidationException;
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
                    "  +5511988887777 ",    +5511988887777
                    +1 202-555-0143,        +12025550143
                    """)
    void whatPeopleWriteBecomesE164(String written, String expected) {
        assertThat(PhoneNumbers.normalize("to", written, "BR")).isEqualTo(expected);
    }

    @Test
    void aPlusThatAUriTurnedIntoASpaceIsRestored() {
        assertThat(PhoneNumbers.normalize("to", " 12025550143", "BR")).isEqualTo("+12025550143");
    }

    @Test
    void aBrazilianMobileOfEightDigitsGetsNoNinth() {
        assertThat(PhoneNumbers.normalize("to", "+551188887777", "BR")).isEqualTo("+551188887777");
    }

    @Test
    void theRegionDecidesWhoseNumberOneWithoutCountryCodeIs() {
        assertThat(PhoneNumbers.normalize("to", "202-555-0143", "US")).isEqualTo("+12025550143");
    }

    @Test
    void aUserIdPassesAsItIs() {
        assertThat(PhoneNumbers.normalize("to", "BR.13491208655302741918", "BR"))
                .isEqualTo("BR.13491208655302741918");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.19E10                        | exponent
                    1.1988887777E10                | exponent
                    +5511988887777,+5511988886666  | one phone number
                    +5511988887777;+5511988886666  | one phone number
                    +5511988887777 +5511988886666  | one phone number
                    +55119                         | too few digits
                    98888                          | too few digits
                    +55119888877776666             | too many digits
                    +99911988887777                | country code
                    call me                        | E.164
                    0800-FLOWERS                   | E.164
                    """)
    void whatIsNoNumberIsRefusedWithTheReason(String written, String reason) {
        assertThatThrownBy(() -> PhoneNumbers.normalize("to", written, "BR"))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageStartingWith("'to' ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+551198888777766", "+5511988887777,+5511988886666", "12345", "1.19888877E10"})
    void theReasonNeverRepeatsTheNumber(String written) {
        assertThatThrownBy(() -> PhoneNumbers.normalize("to", written, "BR"))
                .hasNoCause()
                .message()
                .doesNotContain("8888")
                .doesNotContain("12345");
    }
}
