/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.DocumentedRoutes;
import br.com.pilotstatus.camel.media.MediaServer;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page about events: its routes run, and it names every event there is a sample of. */
class EventsPageTest {

    private static final DocumentedRoutes PAGE = new DocumentedRoutes("events.md");
    private static final String EVENT = """
            {"event":"message.received","beside":7,"data":{"id":"cmq1","from":"+5511977770000","content":"Ação",\
            "numberId":"cmq0","createdAt":"2026-08-01T13:10:00.000Z","novelty":{"a":[1,null]}}}""";

    private final MediaServer server = MediaServer.withoutTls();
    private final List<byte[]> published = new CopyOnWriteArrayList<>();
    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        server.at("/events", exchange -> {
            published.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(202, -1);
        });
        runtime = WebhookRuntime.withServer();
        Properties properties = new Properties();
        properties.setProperty("publish.to", server.url("/events"));
        runtime.context().getPropertiesComponent().setInitialProperties(properties);
        runtime.setTokenOnTheComponent();
    }

    @AfterEach
    void stop() {
        runtime.close();
        server.close();
    }

    private void run(RouteBuilder routes) throws Exception {
        runtime.context().addRoutes(routes);
        runtime.context().start();
    }

    private void runYaml(String holding) throws Exception {
        PluginHelper.getRoutesLoader(runtime.context())
                .loadRoutes(ResourceHelper.fromString("page.yaml", PAGE.block("yaml", holding)));
        run(new RouteBuilder() {
            @Override
            public void configure() {
                if (holding.equals("toType")) {
                    from("direct:publish").to("mock:publish");
                }
            }
        });
    }

    private Message last(String mock) {
        return runtime.mock(mock).getExchanges().get(0).getMessage();
    }

    @Test
    void theJavaRoutesOfThePageAreTheOnesBelow() {
        assertThat(PAGE.isIn(EventsPageTest.class, "transformDataType")).isTrue();
        assertThat(PAGE.isIn(EventsPageTest.class, "publish.to")).isTrue();
    }

    @Test
    void aMapKeepsWhatIsNotKnown() throws Exception {
        runYaml("direct:as-map");

        runtime.context().createProducerTemplate().sendBody("direct:as-map", WebhookEvent.of(tree()));

        assertThat(last("map").getBody()).isInstanceOf(Map.class);
        assertThat(Json.mapper().<JsonNode>valueToTree(last("map").getBody())).isEqualTo(tree());
        assertThat(last("map").getExchange().getVariable("unknown")).hasToString("{a=[1, null]}");
    }

    @Test
    void textKeepsWhatIsNotKnown() throws Exception {
        runYaml("direct:as-json");

        runtime.context().createProducerTemplate().sendBody("direct:as-json", WebhookEvent.of(tree()));

        assertThat(Json.mapper().readTree((String) last("json").getBody())).isEqualTo(tree());
    }

    @Test
    void theYamlRouteMakesACloudEvent() throws Exception {
        runYaml("toType");

        assertAnswer(runtime.event(EVENT), 200);

        assertThat(last("publish").getHeader("CamelCloudEventType")).isEqualTo("br.com.pilotstatus.message.received");
        assertThat(last("publish").getBody(String.class)).isEqualTo(EVENT);
    }

    @Test
    void aCloudEventGoesOnByHttpInBinaryMode() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook")
                        .transformDataType("pilotstatus:application-cloudevents")
                        .to("direct:publish");

                from("direct:publish")
                        .process(exchange -> CloudEvents.v1_0.attributes().forEach(attribute -> {
                            Object value = exchange.getMessage().removeHeader(attribute.id());
                            if (value != null) {
                                exchange.getMessage().setHeader(attribute.http(), value);
                            }
                        }))
                        .to("{{publish.to}}");
            }
        });

        assertAnswer(runtime.event(EVENT), 200);

        Headers headers = server.requests().get(0).headers();
        assertThat(headers.getFirst("ce-specversion")).isEqualTo("1.0");
        assertThat(headers.getFirst("ce-id")).isEqualTo("pilotstatus|message.received|cmq1|");
        assertThat(headers.getFirst("ce-source")).isEqualTo("https://pilotstatus.com.br/numbers/cmq0");
        assertThat(headers.getFirst("ce-type")).isEqualTo("br.com.pilotstatus.message.received");
        assertThat(headers.getFirst("ce-subject")).isEqualTo("cmq1");
        assertThat(headers.getFirst("ce-time")).isEqualTo("2026-08-01T13:10:00Z");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(headers.toString()).doesNotContain("5511977770000", WebhookRuntime.TOKEN);
        assertThat(Json.read(published.get(0))).isEqualTo(tree());
    }

    @Test
    void thePageNamesEveryEvent() throws Exception {
        String page = Files.readString(Path.of("src/main/docs/events.md"));
        try (InputStream samples = EventsPageTest.class.getResourceAsStream("/webhook-events.json")) {
            Json.mapper().readTree(samples).get("v3").fieldNames().forEachRemaining(sample -> {
                String name = sample.replaceAll("#.*", "");
                String shortName = name.substring(name.indexOf('.') + 1);
                assertThat(page).as(name).containsAnyOf("`" + name + "`", "`." + shortName + "`");
            });
        }
    }

    private static JsonNode tree() throws Exception {
        return Json.mapper().readTree(EVENT);
    }
}
