/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.PilotStatusComponent;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that Camel would queue for whoever asks count as processed, so nobody can ask. */
class AskingForEventsTest {

    private static final String REASON = "Receive them with from";

    private DefaultCamelContext context;

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setApiKey("ps_key");
        component.getConfiguration().setToken("0123456789abcdef");
        context.addComponent("pilotstatus", component);
        context.addComponent("sales", new PilotStatusComponent());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static Stream<Consumer<RouteBuilder>> routes() {
        return Stream.of(
                routes -> routes.from("direct:a").pollEnrich("pilotstatus:webhook"),
                routes -> routes.from("direct:a").pollEnrich("pilotstatus:poll", 10),
                routes -> routes.from("direct:a").pollEnrich().simple("pilotstatus:${header.way}"),
                routes -> routes.from("direct:a").pollEnrich("sales:webhook?token=0123456789abcdef"),
                routes -> routes.from("direct:a").poll("pilotstatus:webhook"),
                routes -> routes.from("direct:a").poll("pilotstatus:poll", 10));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteThatAsksForThemDoesNotStart(Consumer<RouteBuilder> route) {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        route.accept(this);
                    }
                }))
                .hasStackTraceContaining(REASON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilotstatus:webhook", "pilotstatus:poll"})
    void aConsumerTemplateIsRefused(String uri) {
        assertThatThrownBy(() -> context.createConsumerTemplate().receive(uri, 10))
                .hasStackTraceContaining(REASON);
    }

    @Test
    void anAddressThatIsKnownLateIsRefusedThen() throws Exception {
        RouteBuilder.addRoutes(
                context, route -> route.from("direct:a").pollEnrich().header("address"));
        assertThatThrownBy(() -> context.createProducerTemplate()
                        .requestBodyAndHeader("direct:a", null, "address", "pilotstatus:webhook"))
                .hasStackTraceContaining(REASON);
    }
}
