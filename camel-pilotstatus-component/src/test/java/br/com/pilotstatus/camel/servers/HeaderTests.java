/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.ANYBODY_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.HMAC_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_SECRET;
import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.PROXY_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter of the query is no header, and the other way round. */
interface HeaderTests extends OnServer {

    @ParameterizedTest
    @ValueSource(strings = {"X-Client-Verified", "x-client-verified", "X-Client%2DVerified"})
    default void aParameterIsNotTheHeaderThatAVerifierTrusts(String name) {
        Event event = Event.any();

        assertRefused(Call.to(PROXY_PATH + "?" + name + "=SUCCESS", event.bytes()), event, 401);
    }

    @Test
    default void aHeaderThatAVerifierTrustsIsSeenBesideAParameterOfThatName() {
        Event event = Event.any();

        assertAccepted(
                Call.to(PROXY_PATH + "?X-Client-Verified=NONE", event.bytes()).with("X-Client-Verified", "SUCCESS"),
                event);
    }

    @Test
    default void aVerifierGetsEachValueWhereItStood() {
        Event event = Event.any();

        send(Call.to(PROXY_PATH + "?X-Value=a%26b&x-value=c&X-Value", event.bytes())
                .with("X-Value", "d, e=f"));

        assertThat(runs().headers()).containsExactly("d, e=f");
        assertThat(runs().parameters()).containsExactly("a&b", "c");
    }

    @Test
    default void theHeaderOfTheTokenIsNoParameter() {
        Event event = Event.any();

        assertRefused(Call.to(TOKEN_PATH + "?X-Webhook-Token=" + OLD_TOKEN, event.bytes()), event, 401);
    }

    @Test
    default void theParameterOfTheTokenIsNoHeader() {
        Event event = Event.any();

        assertRefused(Call.to(TOKEN_PATH, event.bytes()).with("token", OLD_TOKEN), event, 401);
    }

    @Test
    default void aSignatureIsNoParameter() {
        Event event = Event.any();
        String signature = Call.signed(OLD_SECRET, event.bytes()).headers().get("X-Webhook-Signature");

        assertRefused(Call.to(HMAC_PATH + "?X-Webhook-Signature=" + signature, event.bytes()), event, 401);
    }

    /** A web page may send text to any address, and JSON to those only that allow for it. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", ""})
    default void aTypeInTheQueryDoesNotMakeTextJson(String type) {
        Event event = Event.any();
        Map<String, String> headers =
                new LinkedHashMap<>(Call.to("", event.bytes()).headers());
        headers.remove("Content-Type");
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }

        for (String query : List.of("Content-Type=application/json", "content-type=application%2Fjson")) {
            assertRefused(new Call("POST", ANYBODY_PATH + "?" + query, headers, event.bytes()), event, 415);
        }
    }
}
