/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    private static final String ADDRESS = "https://hooks.example.com/pilotstatus/webhook";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/pilotstatus/webhook?token=abc",
                "HTTPS://Hooks.Example.com/pilotstatus/webhook",
                "https://hooks.example.com:443/pilotstatus/webhook",
                "https://hooks.example.com/pilotstatus/webhook#there"
            })
    void addressesThatReachTheSameAreEqual(String url) {
        assertThat(WebhookAddress.of(url)).isEqualTo(WebhookAddress.of(ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/pilotstatus/webhook",
                "https://hooks.example.com:8443/pilotstatus/webhook",
                "https://hooks.example.com/pilotstatus/webhook/",
                "https://hooks.example.com/pilotstatus/Webhook",
                "https://other.example.com/pilotstatus/webhook"
            })
    void addressesThatReachSomethingElseDiffer(String url) {
        assertThat(WebhookAddress.of(url)).isNotEqualTo(WebhookAddress.of(ADDRESS));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "''", "not a url", "/pilotstatus/webhook", "mailto:someone"},
            nullValues = "null")
    void whatIsNoAddressLeadsNowhere(String url) {
        assertThat(WebhookAddress.of(url)).isNotEqualTo(WebhookAddress.of(ADDRESS));
    }

    @Test
    void anAddressWithoutPathLeadsToTheRoot() {
        assertThat(WebhookAddress.of("https://hooks.example.com"))
                .isEqualTo(WebhookAddress.of("https://hooks.example.com/"));
    }
}
