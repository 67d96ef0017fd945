/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.store.MemoryClaimStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.main.Main;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two accounts in one application: each component has a name, by which routes choose. */
class SeveralComponentsTest extends CamelTestSupport {

    private final RecordingServer usual = server();
    private final RecordingServer sales = server();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    private static RecordingServer server() {
        try {
            RecordingServer server = new RecordingServer();
            server.answer(request -> new RecordingServer.Reply(200, "{\"id\":\"m1\"}"));
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        usual.close();
        sales.close();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext created = super.createCamelContext();
        created.getRegistry().bind("metricsRegistry", meters);
        created.addComponent("pilotstatus", component(usual, "ps_usual"));
        created.addComponent("sales", component(sales, "ps_sales"));
        return created;
    }

    private static PilotStatusComponent component(RecordingServer server, String key) {
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setBaseUrl(server.url());
        component.getConfiguration().setApiKey(key);
        return component;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:usual").to("pilotstatus:send?to=${header.phone}&text=${body}");
                from("direct:sales").to("sales:send?to=${header.phone}&text=${body}");
                from("direct:dynamic").toD("sales:send?to=${header.phone}&text=${body}");
                from("direct:operation").toD("sales:${header.operation}");
            }
        };
    }

    private Exchange send(String route, String text) {
        return template.request(route, exchange -> {
            exchange.getMessage().setHeader("phone", "+5511988887777");
            exchange.getMessage().setHeader("operation", "send");
            exchange.getMessage().setHeader(PilotStatusConstants.TO, "+5511988887777");
            exchange.getMessage().setBody(text);
        });
    }

    @Test
    void eachSendsWithItsOwnKeyToItsOwnAddress() {
        send("direct:usual", "Hi");
        send("direct:sales", "Hi");
        assertThat(usual.only().key()).isEqualTo("ps_usual");
        assertThat(sales.only().key()).isEqualTo("ps_sales");
    }

    @Test
    void toDTakesNoTextForAnAddressUnderAnyName() {
        String text = "x&to=+5511900000000&apiKey=stolen&baseUrl=" + usual.url();
        assertThat(send("direct:dynamic", text).getException()).isNull();
        assertThat(sales.only().json().path("text").asText()).isEqualTo(text);
        assertThat(usual.requests()).isEmpty();
    }

    @Test
    void toDChoosesAnOperationUnderAnyName() {
        assertThat(send("direct:operation", "Hi").getException()).isNull();
        assertThat(sales.only().key()).isEqualTo("ps_sales");
    }

    @Test
    void twoOfThemDoNotPollUnderOneName() throws Exception {
        context.getRegistry().bind("inbox", new MemoryClaimStore());
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("pilotstatus:poll?inbox=#inbox&subscriptionName=shared&initialDelay=60000")
                                .to("mock:usual");
                        from("sales:poll?inbox=#inbox&subscriptionName=shared&initialDelay=60000")
                                .to("mock:sales");
                    }
                }))
                .hasStackTraceContaining("Another route polls as poll|shared with the same inbox");
    }

    @Test
    void yamlNamesTheComponentInTheAddress() throws Exception {
        Resource route = ResourceHelper.fromString("route.yaml", """
                - route:
                    from:
                      uri: direct:yaml
                      steps:
                        - to:
                            uri: sales:send
                            parameters:
                              to: "${header.phone}"
                              text: "${body}"
                """);
        PluginHelper.getRoutesLoader(context).loadRoutes(route);
        assertThat(send("direct:yaml", "Hi").getException()).isNull();
        assertThat(sales.only().key()).isEqualTo("ps_sales");
    }

    @Test
    void metricsTellThemApart() {
        send("direct:usual", "Hi");
        send("direct:sales", "Hi");
        send("direct:sales", "Hi");
        assertThat(calls("pilotstatus")).isEqualTo(1);
        assertThat(calls("sales")).isEqualTo(2);
        assertThat(meters.find("camel.pilotstatus.in.flight").gauges())
                .extracting(Gauge::getId)
                .extracting(id -> id.getTag("component"))
                .containsExactlyInAnyOrder("pilotstatus", "sales");
    }

    private long calls(String component) {
        return meters.get("camel.pilotstatus.calls")
                .tag("component", component)
                .timer()
                .count();
    }

    @Test
    void healthChecksTellThemApart() {
        HealthCheckHelper.getHealthCheckRepository(context, "producers", HealthCheckRepository.class)
                .setEnabled(true);
        assertThat(HealthCheckHelper.invoke(context, "full"))
                .extracting(result -> result.getCheck().getId())
                .contains("producer:pilotstatus-send-1", "producer:sales-send-1");
    }

    @Test
    void theConsoleTellsThemApart() {
        PilotStatusDevConsole console = new PilotStatusDevConsole();
        console.setCamelContext(context);
        Map<?, ?> shown = (Map<?, ?>) console.call(DevConsole.MediaType.JSON);
        assertThat((List<?>) shown.get("clients"))
                .extracting(entry -> (String) ((Map<?, ?>) entry).get("component"))
                .containsExactlyInAnyOrder("pilotstatus", "sales");
    }

    @Test
    void camelMainSetsTheOptionsOfEachByItsName() throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.beans.sales", "#class:" + PilotStatusComponent.class.getName());
        main.addInitialProperty("camel.component.pilotstatus.api-key", "ps_usual");
        main.addInitialProperty("camel.component.sales.api-key", "ps_sales");
        main.start();
        try {
            assertThat(key(main, "pilotstatus")).isEqualTo("ps_usual");
            assertThat(key(main, "sales")).isEqualTo("ps_sales");
        } finally {
            main.stop();
        }
    }

    private static String key(Main main, String component) {
        return main.getCamelContext()
                .getComponent(component, PilotStatusComponent.class)
                .getConfiguration()
                .getApiKey();
    }
}
