/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.ROUTE;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each server answers by itself, as the page about servers says. */
interface DifferenceTests extends OnServer {

    /**
     * Statuses where servers differ.
     *
     * @param options   to a request for the methods of the path
     * @param stopped   to an event for a route that is stopped
     * @param form      to an event that claims to be a form
     * @param multipart to an event that claims to have several parts
     */
    record Answers(int options, int stopped, int form, int multipart) {}

    Answers answers();

    @Test
    default void theMethodsOfThePathAreAskedFor() {
        assertThat(send(Call.with(Event.any()).method("OPTIONS")).status())
                .isEqualTo(answers().options());
    }

    @Test
    default void anotherMethodIsAnsweredByTheServer() {
        assertThat(send(Call.with(Event.any()).method("PUT")).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "TRACE"})
    default void theAnswerToAnotherMethodDoesNotRepeatTheToken(String method) {
        assertNotRepeated(method, 405);
    }

    @Test
    default void theAnswerOfAStoppedRouteDoesNotRepeatTheToken() throws Exception {
        server().context().getRouteController().stopRoute(ROUTE);

        assertNotRepeated("POST", answers().stopped());
    }

    private void assertNotRepeated(String method, int status) {
        Answer answer = send(
                Call.to(TOKEN_PATH + "?token=" + OLD_TOKEN, Event.any().bytes()).method(method));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain(OLD_TOKEN);
    }

    @Test
    default void theRouteIsStopped() throws Exception {
        server().context().getRouteController().stopRoute(ROUTE);

        assertThat(send(Call.with(Event.any())).status()).isEqualTo(answers().stopped());
    }

    @Test
    default void theEventClaimsToBeAForm() {
        assertThat(send(Call.with(Event.any()).with("Content-Type", "application/x-www-form-urlencoded"))
                        .status())
                .isEqualTo(answers().form());
    }

    @Test
    default void theEventClaimsToHaveSeveralParts() {
        assertThat(send(Call.with(Event.any()).with("Content-Type", "multipart/form-data; boundary=x"))
                        .status())
                .isEqualTo(answers().multipart());
    }
}
