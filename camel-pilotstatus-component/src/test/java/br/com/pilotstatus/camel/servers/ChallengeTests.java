/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.HMAC_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.NEW_VERIFY_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_SECRET;
import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_VERIFY_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request by which Meta makes sure of the path, and the signature of what Meta sends. */
interface ChallengeTests extends OnServer {

    private static Call asking(String path, String query) {
        return Call.to(path + "?" + query, new byte[0]).method("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD_VERIFY_TOKEN, NEW_VERIFY_TOKEN})
    default void whoKnowsAVerifyTokenGetsTheChallengeBack(String token) {
        Answer answer =
                send(asking(HMAC_PATH, "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + token));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).containsPattern("(?i)^text/plain");
        assertThat(answer.body()).isEqualTo("1158201444");
    }

    @ParameterizedTest
    @CsvSource({
        "401, hub.mode=subscribe&hub.challenge=115820&hub.verify_token=wrong",
        "401, hub.mode=subscribe&hub.challenge=115820&hub.verify_token=",
        "401, hub.mode=subscribe&hub.challenge=115820",
        "405, hub.mode=unsubscribe&hub.challenge=115820&hub.verify_token=" + OLD_VERIFY_TOKEN,
        "405, hub.mode=subscribe&hub.verify_token=" + OLD_VERIFY_TOKEN,
        "405, hub.mode=subscribe&hub.challenge=%3Cscript%3E115820&hub.verify_token=" + OLD_VERIFY_TOKEN,
        "405, hub.challenge=115820",
    })
    default void whoDoesNotGetsNothingBack(int status, String query) {
        Answer answer = send(asking(HMAC_PATH, query));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("115820", OLD_VERIFY_TOKEN);
    }

    @Test
    default void withoutAVerifyTokenNobodyIsAnswered() {
        String query = "hub.mode=subscribe&hub.challenge=115820&hub.verify_token=";

        assertThat(send(asking(TOKEN_PATH, query)).status()).isEqualTo(405);
    }

    @Test
    default void theVerifyTokenProvesNothingAboutAnEvent() {
        Event event = Event.any();

        assertRefused(Call.to(HMAC_PATH + "?hub.verify_token=" + OLD_VERIFY_TOKEN, event.bytes()), event, 401);
    }

    @Test
    default void whatMetaSignsIsAccepted() {
        Event event = Event.any();
        String signature = Call.signed(OLD_SECRET, event.bytes()).headers().get("X-Webhook-Signature");

        assertAccepted(Call.to(HMAC_PATH, event.bytes()).with("X-Hub-Signature-256", signature), event);
    }
}
