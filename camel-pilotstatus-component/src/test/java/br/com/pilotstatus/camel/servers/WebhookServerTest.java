/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

/** All that a receiver of events promises, on one HTTP server, which each subclass names. */
abstract class WebhookServerTest extends ServedTest
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

    private final Answers answers;

    WebhookServerTest(WebhookServer server, Answers answers) {
        super(server);
        this.answers = answers;
    }

    @Override
    public Answers answers() {
        return answers;
    }
}
