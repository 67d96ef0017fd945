/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.BROKEN_INBOX_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.BROKEN_VERIFIER_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of Java, which are no exceptions, fail an event like these. */
interface ErrorTests extends OnServer {

    @ParameterizedTest
    @ValueSource(
            classes = {
                NoClassDefFoundError.class,
                OutOfMemoryError.class,
                StackOverflowError.class,
                AssertionError.class
            })
    default void anEventThatEndsInAnErrorRunsWhenItComesAgain(Class<? extends Error> error) {
        Event event = Event.saying(Runs.THROW_FIRST + error.getName());

        assertFailed(send(Call.with(event)));
        assertThat(send(Call.with(event)).status()).isEqualTo(200);
        assertThat(runs().of(event)).isEqualTo(2);
        // Or stopping the route would wait for an exchange that never ends.
        assertThat(server().context().getInflightRepository().size(EventRoutes.ROUTE))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {BROKEN_VERIFIER_PATH, BROKEN_INBOX_PATH})
    default void anErrorBesideTheRouteKeepsTheEventOut(String path) {
        Event event = Event.any();

        Answer answer = send(Call.to(path, event.bytes()).with("X-Webhook-Token", OLD_TOKEN));

        assertThat(answer.status()).isIn(500, 503);
        assertThat(answer.body()).isIn("Not processed", "Not available");
        assertThat(runs().of(event)).isZero();
    }

    @Test
    default void nothingOfARequestThatEndsInAnErrorGoesBack() {
        Answer answer = send(Call.with(Event.saying(Runs.THROW_FIRST + NoClassDefFoundError.class.getName()))
                .with("X-Mark", "marked-7c1d"));

        assertThat(answer.text()).doesNotContain("marked-7c1d", OLD_TOKEN);
    }

    private static void assertFailed(Answer answer) {
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("Not processed");
    }
}
