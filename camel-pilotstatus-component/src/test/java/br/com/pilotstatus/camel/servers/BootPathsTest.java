/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.servers;

import static br.com.pilotstatus.camel.servers.EventRoutes.OLD_TOKEN;
import static br.com.pilotstatus.camel.servers.EventRoutes.OTHER_PATH;
import static br.com.pilotstatus.camel.servers.EventRoutes.ROUTE;
import static br.com.pilotstatus.camel.servers.EventRoutes.TOKEN_PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.event.DeliveryVerifier;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wherever Spring Boot serves a webhook, its requests are bounded. */
@Timeout(60)
class BootPathsTest implements OnServer {

    private final Runs runs = new Runs();
    private BootServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --spring.mvc.servlet.path=/api                                     | /api/pilotstatus/webhook
                    --server.servlet.context-path=/app                                 | /app/pilotstatus/webhook
                    --server.servlet.context-path=/app --spring.mvc.servlet.path=/api  | /app/api/pilotstatus/webhook
                    --camel.rest.context-path=/rest                                    | /rest/pilotstatus/webhook
                    --camel.rest.component=jetty --camel.rest.context-path=/rest       | /pilotstatus/webhook
                    --spring.mvc.servlet.path=/api                                     | /api/pilotstatus;x=y/web%68ook
                    """)
    void whatComesBeforeThePathDoesNotGetAroundTheBound(String settings, String path) throws IOException {
        start(TOKEN_PATH, settings.split(" +"));
        Event event = Event.any();

        assertAccepted(Call.to(path, event.bytes()).with("X-Webhook-Token", OLD_TOKEN), event);
        assertThat(mebibytesTaken(path, "application/json")).isLessThan(ENDLESS);
    }

    @Test
    void aLazyApplicationServesWebhooksAllTheSame() throws IOException {
        start(TOKEN_PATH, "--spring.main.lazy-initialization=true");
        Event event = Event.any();

        assertAccepted(Call.with(event), event);
        assertThat(mebibytesTaken(TOKEN_PATH, "application/json")).isLessThan(ENDLESS);
    }

    @Test
    void theBodiesOfOtherRoutesAreNotBoundedWhereTheServletHasAPath() {
        start(TOKEN_PATH, "--spring.mvc.servlet.path=/pilotstatus");

        assertThat(send(Call.to("/pilotstatus" + OTHER_PATH, new byte[2 * MEBIBYTE]))
                        .text())
                .contains("bytes: " + 2 * MEBIBYTE);
    }

    @Test
    void thePathOfARouteThatWasRemovedStaysBounded() throws Exception {
        start(TOKEN_PATH);
        server.context().getRouteController().stopRoute(ROUTE);
        assertThat(server.context().removeRoute(ROUTE)).isTrue();

        assertThat(mebibytesTaken(TOKEN_PATH, "application/json")).isLessThan(ENDLESS);
    }

    @Test
    void aPathThatAnotherRouteTookOverIsNotBounded() throws Exception {
        start(TOKEN_PATH);
        server.context().getRouteController().stopRoute(ROUTE);
        server.context().removeRoute(ROUTE);
        RouteBuilder.addRoutes(
                server.context(),
                route -> route.from("platform-http:" + TOKEN_PATH + "?useStreaming=true")
                        .process(BootPathsTest::count));

        assertThat(send(Call.to(TOKEN_PATH, new byte[2 * MEBIBYTE])).text()).contains("bytes: " + 2 * MEBIBYTE);
    }

    @Test
    void aContextPathThatServersNormalizeKeepsTheApplicationFromStarting() {
        assertThatThrownBy(() -> start(TOKEN_PATH, "--camel.rest.context-path=/a//b"))
                .hasStackTraceContaining("The context path of the rest configuration (camel.rest.context-path)");
    }

    @Test
    void aVerifierGetsTheParametersAsTheyWereSentAndNoMore() {
        List<List<String>> tokens = new CopyOnWriteArrayList<>();
        DeliveryVerifier recorder = delivery -> tokens.add(delivery.parameters("token"));
        start("pilotstatus:webhook?path=/bean&verifier=#recorder", recorder);
        Event event = Event.any();

        assertAccepted(Call.to("/bean?token=a%26b&c&token=d%3De", event.bytes()), event);
        assertThat(tokens).containsExactly(List.of("a&b", "d=e"));
    }

    private void start(String path, String... settings) {
        start(EventRoutes.consumer(path) + "&httpServer=platform-http", delivery -> false, settings);
    }

    private void start(String consumer, DeliveryVerifier recorder, String... settings) {
        server = new BootServer(settings);
        server.start(new RouteBuilder() {
            @Override
            public void configure() {
                bindToRegistry("recorder", recorder);
                from(consumer).routeId(ROUTE).process(runs);
                from("platform-http:" + OTHER_PATH + "?useStreaming=true").process(BootPathsTest::count);
            }
        });
    }

    private static void count(Exchange exchange) {
        exchange.getMessage().setBody("bytes: " + exchange.getMessage().getBody(byte[].class).length);
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
