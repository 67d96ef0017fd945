/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;

/** The recipe that keeps the state of each message, on PostgreSQL. Two nodes with an inbox each, so that repeats run. */
@Timeout(120)
class StatusTableTest {

    private static final int RACES = 40;

    private static Database database;

    @TempDir
    private static Path classpath;

    private final List<Node> nodes = new ArrayList<>();

    /** The two forms that the page shows, with the files they need. */
    enum Form {
        ONE_STATEMENT("keep-status.sql"),
        ANY_DATABASE("raise-status.sql");

        private final String file;

        Form(String file) {
            this.file = file;
        }
    }

    static final class OneStatement extends RouteBuilder {
        @Override
        public void configure() {
            from("pilotstatus:webhook?events=message.sent,message.delivered,message.read,message.failed")
                    .to("sql:classpath:keep-status.sql");
        }
    }

    static final class AnyDatabase extends RouteBuilder {
        @Override
        public void configure() {
            from("pilotstatus:webhook?events=message.sent,message.delivered,message.read,message.failed")
                    .to("sql:classpath:raise-status.sql")
                    .filter(header("CamelSqlUpdateCount").isEqualTo(0))
                    .doTry()
                    .to("sql:classpath:add-status.sql")
                    .doCatch(DuplicateKeyException.class)
                    .to("sql:classpath:raise-status.sql")
                    .end()
                    .end();
        }
    }

    @BeforeAll
    static void startDatabase() throws Exception {
        database = new Database();
        Files.writeString(classpath.resolve("keep-status.sql"), RecipesPage.block("sql", "on conflict"));
        Files.writeString(classpath.resolve("raise-status.sql"), RecipesPage.block("sql", "update message_status"));
        Files.writeString(
                classpath.resolve("add-status.sql"), RecipesPage.block("sql", "insert into message_status ("));
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void createTable() throws Exception {
        database.execute("drop table if exists message_status");
        database.execute(RecipesPage.block("sql", "create table message_status"));
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(Node::close);
    }

    private void startNodes(Form form, Language language) throws Exception {
        for (int i = 0; i < 2; i++) {
            Node node = new Node().bind("dataSource", database.pool()).resources(classpath);
            nodes.add(node);
            language.addTo(
                    node,
                    form == Form.ONE_STATEMENT ? new OneStatement() : new AnyDatabase(),
                    "classpath:" + form.file);
            node.start();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyOrderOverTwoNodesEndsInTheSameState(Form form) throws Exception {
        startNodes(form, Language.YAML);
        Map<String, List<StatusDelivery>> orders = new LinkedHashMap<>();
        StatusDelivery.everyOrder().forEach(order -> orders.put("cmq" + orders.size(), order));

        inParallel(orders.entrySet().stream()
                .map(entry -> (Runnable) () -> {
                    entry.getValue().forEach(delivery -> deliver(entry.getKey(), delivery));
                    entry.getValue().forEach(delivery -> deliver(entry.getKey(), delivery.elsewhere()));
                })
                .toList());

        assertThat(orders).hasSize(316);
        assertThat(states())
                .hasSize(orders.size())
                .allSatisfy(
                        (message, state) -> assertThat(state).isEqualTo(StatusDelivery.highest(orders.get(message))));
    }

    @ParameterizedTest
    @EnumSource
    void statesAtTheSameTimeOnTwoNodesEndInTheHighest(Form form) throws Exception {
        startNodes(form, Language.JAVA);

        List<CompletableFuture<Integer>> deliveries = new ArrayList<>();
        for (int race = 0; race < RACES; race++) {
            for (int i = 0; i < 2 * StatusDelivery.RISING.size(); i++) {
                String event = Events.status("cmq" + race, StatusDelivery.RISING.get(i / 2));
                deliveries.add(nodes.get(i % 2).deliverAsync(event).thenApply(answer -> answer.statusCode()));
            }
        }

        assertThat(deliveries).map(CompletableFuture::join).containsOnly(200);
        assertThat(states()).hasSize(RACES).values().containsOnly("READ");
    }

    @ParameterizedTest
    @EnumSource
    void aStateThatLosesTheRaceForTheRowStillRaisesIt(Form form) throws Exception {
        startNodes(form, Language.JAVA);

        try (Connection faster = database.pool().getConnection();
                Statement statement = faster.createStatement()) {
            faster.setAutoCommit(false);
            statement.execute("insert into message_status values ('cmq1', 'SENT', 2)");
            CompletableFuture<HttpResponse<String>> read = nodes.get(0).deliverAsync(Events.status("cmq1", "READ"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !database.query("select pid from pg_stat_activity where wait_event_type = 'Lock'")
                            .isEmpty());
            faster.commit();
            faster.setAutoCommit(true);

            assertThat(read.join().statusCode()).isEqualTo(200);
        }
        assertThat(states()).containsExactly(Map.entry("cmq1", "READ"));
    }

    private void deliver(String message, StatusDelivery delivery) {
        String event = Events.status(message, delivery.state());
        assertThat(nodes.get(delivery.node()).deliver(event).statusCode()).isEqualTo(200);
    }

    private static Map<String, String> states() throws Exception {
        return database.query("select message_id || ' ' || status from message_status").stream()
                .map(row -> row.split(" ", -1))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    private static void inParallel(List<Runnable> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (Future<?> task : tasks.stream().map(threads::submit).toList()) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
