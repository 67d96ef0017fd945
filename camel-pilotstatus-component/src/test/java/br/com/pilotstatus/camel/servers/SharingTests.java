/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_SECRET;
import static br.com.pilotstatus.camel.servers.EventRoutes.OTHER_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** One port for several consumers and other routes, and one path for one consumer. */
interface SharingTests extends OnServer {

    @Test
    default void severalConsumersAndOtherRoutesShareThePort() {
        Event one = Event.any();
        Event two = Event.any();

        assertAccepted(Call.with(one), one);
        assertAccepted(Call.signed(OLD_SECRET, two.bytes()), two);
        assertThat(send(Call.to(OTHER_PATH, new byte[0])).text()).contains("another route");
    }

    @Test
    default void aConsumerThatIsAddedLaterSharesThePort() throws Exception {
        Event event = Event.any();
        add("later", "/later");

        assertAccepted(new Call("POST", "/later", Call.with(event).headers(), event.bytes()), event);
        remove("later");
    }

    @Test
    default void aPathThatIsTakenKeepsTheSecondRouteFromStarting() throws Exception {
        assertThatThrownBy(() -> add("twin", TOKEN_PATH + "&events=message.reply"))
                .hasStackTraceContaining("The path " + TOKEN_PATH + " is already taken");
        remove("twin");

        Event event = Event.any();
        assertAccepted(Call.with(event), event);
    }

    @Test
    default void aPathThatWasGivenUpIsFree() throws Exception {
        add("first", "/again");
        remove("first");
        add("second", "/again");

        Event event = Event.any();
        assertAccepted(new Call("POST", "/again", Call.with(event).headers(), event.bytes()), event);
        remove("second");
    }

    private void add(String id, String path) throws Exception {
        RouteBuilder.addRoutes(
                server().context(),
                route -> route.from(EventRoutes.consumer(path)).routeId(id).process(runs()));
    }

    private void remove(String id) throws Exception {
        CamelContext context = server().context();
        context.getRouteController().stopRoute(id);
        assertThat(context.removeRoute(id)).isTrue();
    }
}
