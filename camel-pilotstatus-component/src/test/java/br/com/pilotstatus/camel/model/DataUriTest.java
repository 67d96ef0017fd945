/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataUriTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'data:image/png;base64,SGk=', image/png",
                "'data:text/plain;charset=utf-8;base64,SGk=', text/plain",
                "'data:;base64,SGk=', -",
                "'DATA:image/png;BASE64,SGk=', image/png"
            })
    void itsContentIsDecoded(String uri, String type) {
        DataUri read = DataUri.parse(uri);

        assertThat(read.mediaType()).isEqualTo(type);
        assertThat(read.bytes()).isEqualTo("Hi".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SGk=", "data:image/png,Hi", "https://a.example", "xdata:image/png;base64,SGk="})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> DataUri.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no data URI in base64");
    }

    @Test
    void anErrorDoesNotQuoteTheContent() {
        assertThatThrownBy(() -> DataUri.parse("data:image/png;base64,s3cret!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a data URI that is no valid base64")
                .hasNoCause();
    }

    @Test
    void itsTextDoesNotShowTheContent() {
        assertThat(DataUri.parse("data:image/png;base64,SGk=")).hasToString("DataUri[mediaType=image/png, 2 bytes]");
    }
}
