/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.model.JournalDecision;
import br.com.pilotstatus.camel.model.JournalEntry;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes work off the same orders on one journal, and those that are processes of their own are killed in the middle. */
@Timeout(180)
class JournalAcrossNodesTest {

    private static final int ORDERS = 500;
    private static final int MAX_IN_FLIGHT = 20;

    private static EmbeddedPostgres server;
    private static int databases;

    private PilotStatusSimulator simulator;
    private String jdbcUrl;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void start() throws Exception {
        String name = "journal" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        jdbcUrl = server.getJdbcUrl("postgres", name);
        simulator = PilotStatusSimulator.builder().port(0).build().start();
        simulator.faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(20))));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** The node that is killed: a JVM of its own, which works off the orders until it dies. */
    public static final class DoomedNode {

        private DoomedNode() {}

        public static void main(String[] arguments) throws Exception {
            try (DefaultCamelContext context = node(arguments[0], arguments[1], arguments[2])) {
                sendAll(context, Integer.parseInt(arguments[3])).forEach(CompletableFuture::join);
            }
        }
    }

    private static DefaultCamelContext node(String baseUrl, String apiKey, String jdbcUrl) throws Exception {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(jdbcUrl);
        DefaultCamelContext context = new DefaultCamelContext();
        context.addService(new DataSourceService(dataSource));
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setBaseUrl(baseUrl);
        component.getConfiguration().setApiKey(apiKey);
        component.getConfiguration().setMaxInFlight(MAX_IN_FLIGHT);
        component.getConfiguration().setAcquireTimeout(120_000);
        component.getConfiguration().setJournal(new JdbcClaimStore(dataSource));
        context.addComponent("pilotstatus", component);
        context.start();
        return context;
    }

    /** Closes the connections with the context. */
    private static final class DataSourceService extends ServiceSupport {

        private final HikariDataSource dataSource;

        private DataSourceService(HikariDataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        protected void doStop() {
            dataSource.close();
        }
    }

    private static List<CompletableFuture<Exchange>> sendAll(CamelContext context, int orders) {
        ProducerTemplate template = context.createProducerTemplate();
        return IntStream.range(0, orders)
                .mapToObj(order -> template.asyncSend(
                        "pilotstatus:send?idempotencyKey=order-${header.order}&to=+5511988887777", exchange -> {
                            exchange.getMessage().setHeader("order", order);
                            exchange.getMessage().setBody("Order " + order);
                        }))
                .toList();
    }

    @Test
    void everyOrderIsSentOnceAndWhatIsUndecidedIsListed() throws Exception {
        Process doomed = doomedNode();
        try (DefaultCamelContext survivor = node(simulator.baseUrl(), simulator.apiKey(), jdbcUrl)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> simulator.ledger().count() > 100);
            List<CompletableFuture<Exchange>> sends = sendAll(survivor, ORDERS);
            await().atMost(Duration.ofMinutes(1)).until(() -> simulator.ledger().count() > ORDERS / 2);
            doomed.destroyForcibly().waitFor();
            sends.forEach(CompletableFuture::join);
            // Whatever the killed node was doing is over now; what the survivor found busy then is decided now.
            sendAll(survivor, ORDERS).forEach(CompletableFuture::join);

            Map<String, Long> accepted = simulator.ledger().entries().stream()
                    .map(LedgerEntry::request)
                    .collect(Collectors.groupingBy(
                            request -> request.path("text").asText().replace("Order ", ""), Collectors.counting()));
            Set<String> undecided = undecided(survivor);
            assertThat(accepted)
                    .allSatisfy((order, count) -> assertThat(count).as(order).isEqualTo(1));
            assertThat(IntStream.range(0, ORDERS).mapToObj(String::valueOf))
                    .allMatch(order -> accepted.containsKey(order) || undecided.contains(order));
            // Those on the wire when the node died, and those whose thread waited for its turn.
            assertThat(undecided).hasSizeLessThanOrEqualTo(2 * MAX_IN_FLIGHT);
        } finally {
            doomed.destroyForcibly();
        }
    }

    @Test
    void whatKilledNodesLeftIsDecidedByTheHistoryAndNothingIsLostOrDoubled() throws Exception {
        try (DefaultCamelContext survivor = node(simulator.baseUrl(), simulator.apiKey(), jdbcUrl)) {
            for (int killedAt : new int[] {150, 350}) {
                Process doomed = doomedNode();
                try {
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> simulator.ledger().count() > killedAt);
                } finally {
                    doomed.destroyForcibly().waitFor();
                }
                assertThat(undecided(survivor)).as("killed in the middle").isNotEmpty();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> reconcile(survivor).allMatch(decision -> decision.reason() == null));
                assertThat(undecided(survivor)).isEmpty();
            }
            sendAll(survivor, ORDERS).forEach(CompletableFuture::join);

            assertThat(simulator.ledger().entries().stream()
                            .map(entry -> entry.request().path("text").asText()))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ORDERS)
                            .mapToObj(order -> "Order " + order)
                            .toList());
        }
    }

    /** By two nodes at once, as they would on timers of their own. */
    private static Stream<JournalDecision> reconcile(CamelContext context) {
        String uri = "pilotstatus:journal-reconcile?absent=refused&settleAfter=1s";
        ProducerTemplate template = context.createProducerTemplate();
        CompletableFuture<Exchange> one = template.asyncSend(uri, exchange -> {});
        CompletableFuture<Exchange> other = template.asyncSend(uri, exchange -> {});
        return Stream.of(one, other).map(CompletableFuture::join).flatMap(exchange -> {
            assertThat(exchange.getException()).isNull();
            return ((List<?>) exchange.getMessage().getBody()).stream().map(JournalDecision.class::cast);
        });
    }

    private Process doomedNode() throws IOException {
        return new ProcessBuilder(List.of(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedNode.class.getName(),
                        simulator.baseUrl(),
                        simulator.apiKey(),
                        jdbcUrl,
                        String.valueOf(ORDERS)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Set<String> undecided(CamelContext context) {
        Object list = context.createProducerTemplate()
                .request("pilotstatus:journal-list", exchange -> {})
                .getMessage()
                .getBody();
        return ((List<?>) list)
                .stream()
                        .map(entry -> ((JournalEntry) entry).key().replaceAll(".*\\|order-", ""))
                        .collect(Collectors.toSet());
    }
}
