/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.HMAC_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.NEW_SECRET;
import static br.com.pilotstatus.camel.servers.EventRoutes.NEW_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_SECRET;
import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is believed, on the exact bytes. */
interface VerificationTests extends OnServer {

    @ParameterizedTest
    @ValueSource(strings = {OLD_TOKEN, NEW_TOKEN})
    default void eachTokenIsAcceptedAsHeader(String token) {
        Event event = Event.any();

        assertAccepted(Call.to(TOKEN_PATH, event.bytes()).with("X-Webhook-Token", token), event);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD_TOKEN, NEW_TOKEN})
    default void eachTokenIsAcceptedAsQueryParameter(String token) {
        Event event = Event.any();

        assertAccepted(Call.to(TOKEN_PATH + "?token=" + URLEncoder.encode(token, UTF_8), event.bytes()), event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "tkn-3f9c2a71d04be86", OLD_TOKEN + "," + NEW_TOKEN})
    default void anotherTokenIsUnauthorized(String token) {
        Event event = Event.any();

        assertRefused(Call.to(TOKEN_PATH, event.bytes()).with("X-Webhook-Token", token), event, 401);
        assertRefused(Call.to(TOKEN_PATH + "?token=" + URLEncoder.encode(token, UTF_8), event.bytes()), event, 401);
    }

    @Test
    default void noTokenIsUnauthorized() {
        Event event = Event.any();

        assertRefused(Call.to(TOKEN_PATH, event.bytes()), event, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD_SECRET, NEW_SECRET})
    default void aSignatureWithEachSecretIsAccepted(String secret) {
        Event event = Event.any();

        assertAccepted(Call.signed(secret, event.bytes()), event);
    }

    @Test
    default void aSignedEventWithAQueryIsAccepted() {
        Event event = Event.any();
        Call signed = Call.signed(OLD_SECRET, event.bytes());

        assertAccepted(new Call("POST", HMAC_PATH + "?a=b&c", signed.headers(), event.bytes()), event);
    }

    @Test
    default void aSignatureWithAnotherSecretIsUnauthorized() {
        Event event = Event.any();

        assertRefused(Call.signed("another-secret", event.bytes()), event, 401);
    }

    @Test
    default void noSignatureIsUnauthorized() {
        Event event = Event.any();

        assertRefused(Call.to(HMAC_PATH, event.bytes()), event, 401);
    }

    @Test
    default void oneAlteredByteIsUnauthorized() {
        Event event = Event.any();
        byte[] altered = event.json().replace("Hello", "Hellp").getBytes(UTF_8);

        assertRefused(Call.signed(OLD_SECRET, event.bytes(), altered), event, 401);
    }

    @Test
    default void aSignedBodyThatIsNotUtf8IsVerifiedAsItIsAndMalformed() {
        Event event = Event.any();
        byte[] latin1 = event.bytes();
        latin1[event.json().indexOf("Hello")] = (byte) 0xE9;

        assertRefused(Call.signed(OLD_SECRET, latin1), event, 400);
    }

    @Test
    default void aSignatureOverTheRepairedTextOfABodyThatIsNotUtf8IsUnauthorized() {
        Event event = Event.any();
        byte[] latin1 = event.bytes();
        latin1[event.json().indexOf("Hello")] = (byte) 0xE9;

        assertRefused(Call.signed(OLD_SECRET, new String(latin1, UTF_8).getBytes(UTF_8), latin1), event, 401);
    }

    @Test
    default void aCharsetThatTheBodyIsNotWrittenInChangesNothing() {
        Event event = Event.saying("Até amanhã");

        assertAccepted(
                Call.signed(OLD_SECRET, event.bytes()).with("Content-Type", "application/json; charset=iso-8859-1"),
                event);
    }
}
