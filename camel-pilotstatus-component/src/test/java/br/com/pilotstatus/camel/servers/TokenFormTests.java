/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens of characters that mean something in addresses, written as the page about the webhook writes them. */
interface TokenFormTests extends OnServer {

    static Stream<Arguments> tokens() {
        return TokenForm.TOKENS.stream()
                .flatMap(token -> Stream.of(TokenForm.values()).map(form -> Arguments.of(token, form)));
    }

    @ParameterizedTest
    @MethodSource("br.com.pilotstatus.camel.servers.TokenFormTests#tokens")
    default void aTokenOfAnyCharactersIsAcceptedAsQueryParameter(String token, TokenForm form) {
        Event event = Event.any();

        assertAccepted(Call.to(form.path() + "?token=" + URLEncoder.encode(token, UTF_8), event.bytes()), event);
    }

    @ParameterizedTest
    @MethodSource("br.com.pilotstatus.camel.servers.TokenFormTests#tokens")
    default void aTokenOfAnyCharactersIsAcceptedAsHeader(String token, TokenForm form) {
        Event event = Event.any();

        assertAccepted(Call.to(form.path(), event.bytes()).with("X-Webhook-Token", token), event);
    }
}
