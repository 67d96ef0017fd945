/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as an author writes them into the URI of a route in Java. */
class JavaRouteTest extends SimulatorTestSupport {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +5511988887777          | plain                                  | plain
                    +55 11 98888-7777       | RAW(a+b & c=d #1 100% %41)             | a+b & c=d #1 100% %41
                    (11) 98888-7777         | ação, não?                             | ação, não?
                    %2B5511988887777        | 100%25 a %23c                          | 100% a #c
                    RAW(+5511988887777)     | a, b; c: d!                            | a, b; c: d!
                    """)
    void valuesWrittenInJavaArriveAsWritten(String to, String text, String arrived) {
        assertThat(send("pilotstatus:send?to=" + to + "&text=" + text, null).getException())
                .isNull();
        assertThat(onlySend().destination().is(PHONE)).isTrue();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(arrived);
    }
}
