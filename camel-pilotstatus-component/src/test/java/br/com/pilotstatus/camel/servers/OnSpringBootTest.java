/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.OTHER_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnSpringBootTest extends WebhookServerTest implements MultipartTests, LogTests, HeadFirstTests {

    OnSpringBootTest() {
        super(new BootServer(), new Answers(200, 503, 415, 415));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pilotstatus/web%68ook", "/pilotstatus/webhook;x=y", "/x/../pilotstatus/webhook"})
    void noSpellingOfThePathGetsAroundTheBound(String path) throws IOException {
        assertThat(mebibytesTaken(path, "application/json")).isLessThan(ENDLESS);
    }

    @Test
    void aFormThatNamesJsonIsNoJson() {
        Call call = Call.with(Event.any()).with("Content-Type", "application/x-www-form-urlencoded; x=json");

        assertThat(send(call).status()).isEqualTo(415);
    }

    @Test
    void theTokenIsNotLoggedForThePageAboutAnErrorEither() {
        assertNotLogged("PUT", OLD_TOKEN, 405);
    }

    @Test
    void theBoundDoesNotDependOnTheOptions() throws Exception {
        try (BootServer other = new BootServer("--camel.component.pilotstatus.enabled=false")) {
            other.start(new EventRoutes(other, runs()));

            assertThat(mebibytesTaken(other, TOKEN_PATH, "application/json")).isLessThan(ENDLESS);
        }
    }

    @Test
    void theBodiesOfOtherRoutesAreNotBounded() {
        assertThat(send(Call.to(OTHER_PATH, new byte[2 * MEBIBYTE])).text()).contains("another route");
    }
}
