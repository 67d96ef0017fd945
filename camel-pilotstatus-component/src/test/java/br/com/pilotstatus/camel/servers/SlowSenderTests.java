/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_SECRET;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.Background;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Senders that begin and do not come to an end. Nobody else waits for them. */
interface SlowSenderTests extends OnServer {

    /** More than the threads that servers take for requests on small machines, and than Spring Boot has for Camel. */
    int CROWD = 64;

    @Test
    default void aCrowdOfSlowSendersWithoutATokenHoldsUpNobody() throws Exception {
        assertAnsweredBeside(begun(Call.to(TOKEN_PATH, Event.any().bytes())));
    }

    /** Whether a signature fits is known at the end of the body only. */
    @Test
    default void aCrowdOfSlowSendersWithASignatureHoldsUpNobody() throws Exception {
        assertAnsweredBeside(begun(Call.signed(OLD_SECRET, Event.any().bytes())));
    }

    private void assertAnsweredBeside(List<Connection> crowd) throws Exception {
        try {
            for (Call call : List.of(
                    Call.with(Event.any()), Call.signed(OLD_SECRET, Event.any().bytes()))) {
                Answer answer = Background.supply(() -> send(call)).get(1, SECONDS);
                assertThat(answer.status()).isEqualTo(200);
            }
        } finally {
            for (Connection connection : crowd) {
                connection.close();
            }
        }
    }

    private List<Connection> begun(Call call) throws IOException {
        List<Connection> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(Connection.begin(server().port(), call));
        }
        return crowd;
    }
}
