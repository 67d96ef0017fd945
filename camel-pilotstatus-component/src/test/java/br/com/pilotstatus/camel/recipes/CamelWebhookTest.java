/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** What a user of camel-webhook meets. */
class CamelWebhookTest {

    private static final String MESSAGE = "The provided endpoint is not capable of being used in webhook mode";

    @Test
    void aRouteThroughCamelWebhookDoesNotStart() {
        try (Node node = node("webhook:pilotstatus:webhook")) {
            assertThatThrownBy(node::start).rootCause().hasMessageStartingWith(MESSAGE);
        }
    }

    @Test
    void theMessageQuotesTheTokenOfTheAddress() {
        try (Node node = node("webhook:pilotstatus:webhook?token=in-the-address-0123")) {
            assertThatThrownBy(node::start).rootCause().hasMessageContaining("in-the-address-0123");
        }
    }

    @Test
    void withTheTokenOnTheComponentTheMessageHoldsNoToken() {
        try (Node node = node("webhook:pilotstatus:webhook")) {
            assertThatThrownBy(node::start).rootCause().hasMessage(MESSAGE + ": pilotstatus:webhook");
        }
    }

    private static Node node(String from) {
        return new Node().routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to("mock:events");
            }
        });
    }

    @Test
    void thePageQuotesTheMessage() throws IOException {
        assertThat(Files.readString(Path.of("src/main/docs/recipes.md")).replace('\n', ' '))
                .contains(MESSAGE);
    }
}
