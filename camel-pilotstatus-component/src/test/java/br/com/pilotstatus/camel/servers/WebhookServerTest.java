/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** All that a receiver of events promises, on one HTTP server, which each subclass names. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
abstract class WebhookServerTest
        implements VerificationTests,
                TokenFormTests,
                ChallengeTests,
                ErrorTests,
                BodyTests,
                OnceTests,
                LifecycleTests,
                ReplyTests,
                SharingTests,
                DifferenceTests,
                Http2Tests {

    private final Runs runs = new Runs();
    private final WebhookServer server;
    private final Answers answers;

    WebhookServerTest(WebhookServer server, Answers answers) {
        this.server = server;
        this.answers = answers;
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
    public Answers answers() {
        return answers;
    }

    @Override
    public Runs runs() {
        return runs;
    }
}
