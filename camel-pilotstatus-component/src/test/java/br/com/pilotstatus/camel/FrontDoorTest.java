/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.recipes.Postgres;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the README and the page about sending tell a newcomer to write works as it stands there. */
class FrontDoorTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private static String block(Path page, String language, String holding) throws Exception {
        Matcher blocks =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
        return blocks.results()
                .map(block -> block.group(1))
                .filter(text -> text.contains(holding))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such block: " + holding));
    }

    @Test
    void theYamlRoutesOfTheReadmeSendAnOrderAndHearTheReply() throws Exception {
        PilotStatusSimulator simulator = EXTENSION.simulator();
        String routes =
                block(Path.of("../README.md"), "yaml", "pilotstatus:webhook").replace("jms:orders", "direct:orders");
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addInitialProperty("camel.component.pilotstatus.token", "0123456789abcdef");
        main.start();
        try (LogRecorder log = new LogRecorder(Level.INFO)) {
            CamelContext context = main.getCamelContext();
            VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
            server.setBindHost("127.0.0.1");
            server.setBindPort(0);
            VertxPlatformHttpServer http = new VertxPlatformHttpServer(server);
            context.addService(http);
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("readme.yaml", routes));
            simulator
                    .webhooks()
                    .create(
                            simulator.numberId(),
                            "http://127.0.0.1:" + http.getPort() + "/pilotstatus/webhook?token=0123456789abcdef",
                            "*");
            context.createProducerTemplate()
                    .sendBody(
                            "direct:orders",
                            "{\"phone\":\"+5511988887777\",\"name\":\"Ana\",\"id\":7,\"total\":\"R$ 9,90\"}");
            String id = simulator.ledger().entries().get(0).id();
            simulator.inbound().reply(id, "Thanks!");
            await().atMost(SOON).until(() -> !log.lines("reply to " + id).isEmpty());
            assertThat(log.lines("accepted as " + id)).hasSize(1);
        } finally {
            main.stop();
        }
    }

    @Test
    void thePropertiesOfTheJournalSetItUp() throws Exception {
        String properties = block(Path.of("src/main/docs/sending.md"), "properties", "sendJournal");
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.bind("dataSource", Postgres.database().dataSource());
        for (String line : properties.split("\n", -1)) {
            List<String> pair = List.of(line.split(" = ", 2));
            if (pair.size() == 2) {
                main.addInitialProperty(pair.get(0), pair.get(1));
            }
        }
        main.start();
        try {
            for (int i = 0; i < 2; i++) {
                main.getCamelContext()
                        .createProducerTemplate()
                        .requestBodyAndHeaders(
                                "pilotstatus:send?to=+5511988887777&idempotencyKey=${header.order}",
                                "Hi",
                                Map.of("order", "1042"));
            }
        } finally {
            main.stop();
        }
        assertThat(EXTENSION.simulator().ledger().count()).isEqualTo(1);
    }
}
