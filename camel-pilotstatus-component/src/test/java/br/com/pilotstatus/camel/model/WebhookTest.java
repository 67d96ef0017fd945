/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "https://a.example/in?token=S3CRET         | https://a.example/in?token=xxxxxx",
                "https://a.example/in?a=S3CRET&token=S3CR= | https://a.example/in?a=xxxxxx&token=xxxxxx",
                "https://a.example/in?S3CRET               | https://a.example/in?xxxxxx",
                "https://a.example/in?a=1&S3CRET           | https://a.example/in?a=xxxxxx&xxxxxx",
                "https://a.example/in?token=S3CRET#part    | https://a.example/in?token=xxxxxx#part",
                "https://a.example/in?token=               | https://a.example/in?token=",
                "https://a.example/in                      | https://a.example/in",
                "no url ? S3CRET                           | no url ?xxxxxx"
            },
            delimiter = '|')
    void theAddressShowsTheNamesOfItsQueryOnly(String url, String shown) throws Exception {
        Webhook webhook = Json.mapper()
                .readValue(Json.mapper().createObjectNode().put("url", url).toString(), Webhook.class);

        assertThat(webhook.url()).isEqualTo(shown);
    }
}
