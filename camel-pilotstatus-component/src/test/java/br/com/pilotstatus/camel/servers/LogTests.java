/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.LogRecorder;
import org.junit.jupiter.api.Test;

/** What is logged on level DEBUG holds no token of an address; not so on every server, as the page about servers says. */
interface LogTests extends OnServer {

    @Test
    default void theTokenOfAnAcceptedEventIsNotLogged() {
        assertNotLogged("POST", OLD_TOKEN, 200);
    }

    @Test
    default void theTokenOfARefusedEventIsNotLogged() {
        assertNotLogged("POST", "wrong-51d04be8", 401);
    }

    default void assertNotLogged(String method, String token, int status) {
        Call call = Call.to(TOKEN_PATH + "?token=" + token, Event.any().bytes()).method(method);

        try (LogRecorder log = new LogRecorder()) {
            assertThat(send(call).status()).isEqualTo(status);

            assertThat(log.lines(TOKEN_PATH)).isNotEmpty();
            assertThat(log.lines(token)).isEmpty();
        }
    }
}
