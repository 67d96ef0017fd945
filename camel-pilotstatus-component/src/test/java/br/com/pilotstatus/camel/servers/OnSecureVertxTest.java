/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** HTTP/2 over TLS, as HTTP/2 without it. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class OnSecureVertxTest implements VertxHttp2Tests {

    private final Runs runs = new Runs();
    private final WebhookServer server = new SecureVertxServer();

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
