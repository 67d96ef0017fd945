/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** The routes of the suite on one HTTP server. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
abstract class ServedTest implements OnServer {

    private final Runs runs = new Runs();
    private final WebhookServer server;

    ServedTest(WebhookServer server) {
        this.server = server;
    }

    @BeforeAll
    void start() throws Exception {
        server.start(new EventRoutes(server, runs));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    public WebhookServer server() {
        return server;
    }

    @Override
    public Runs runs() {
        return runs;
    }
}
