/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.Provider;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClientException;

/**
 * Kills the application's process (SIGKILL) while 200 orders come in and their messages go out, and starts it again. The
 * shop places an order again until it is answered. Judged by the ledger of Pilot Status, not by the application.
 */
@Timeout(120)
class KilledApplicationTest {

    private static final int ORDERS = 200;
    private static final int PLACED_AT_A_TIME = 4;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final PilotStatusSimulator pilotStatus =
            PilotStatusSimulator.builder().build().start();
    private EmbeddedPostgres postgres;
    private int port;
    private Process application;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        // So that some are on the wire at any moment.
        pilotStatus.faults().add(FaultRule.always(Fault.delay(Duration.ofMillis(60))));
        application = run();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        kill();
        postgres.close();
        pilotStatus.close();
    }

    @Test
    void everyOrderIsToldOnceThoughTheApplicationIsKilled() throws InterruptedException {
        Shop shop = new Shop(port);
        ExecutorService clerks = Executors.newFixedThreadPool(PLACED_AT_A_TIME);
        try {
            List<CompletableFuture<Void>> placed = IntStream.range(0, ORDERS)
                    .mapToObj(order -> CompletableFuture.runAsync(() -> place(shop, order), clerks))
                    .toList();
            await().atMost(LONG).until(() -> pilotStatus.ledger().count() >= ORDERS / 3);
            kill();
            assertThat(pilotStatus.ledger().count()).as("accepted at the kill").isLessThan(ORDERS);
            application = run();
            placed.forEach(CompletableFuture::join);
        } finally {
            clerks.shutdownNow();
        }
        JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(jdbc.sql("select state, count(*) from outbox group by state")
                                .query((row, number) -> row.getString(1) + " " + row.getInt(2))
                                .list())
                        .containsExactly("ACCEPTED " + ORDERS));

        List<LedgerEntry> ledger = pilotStatus.ledger().entries();
        assertThat(ledger).extracting(LedgerEntry::destination).doesNotHaveDuplicates();
        assertThat(ledger).hasSize(ORDERS);
        assertThat(jdbc.sql("select message_id from outbox").query(String.class).set())
                .isEqualTo(ledger.stream().map(LedgerEntry::id).collect(Collectors.toUnmodifiableSet()));
        assertThat(jdbc.sql("select count(*) from orders").query(Integer.class).single())
                .isEqualTo(ORDERS);
    }

    private static void place(Shop shop, int order) {
        await().atMost(LONG)
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(RestClientException.class)
                .until(() -> shop.place("order-" + order, "+551197777" + (1000 + order), "Marina", "189.90") > 0);
    }

    private Process run() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "--spring.profiles.active=embedded",
                "--server.port=" + port,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--camel.component.pilotstatus.base-url=" + pilotStatus.baseUrl(),
                "--camel.component.pilotstatus.api-key=" + pilotStatus.apiKey(),
                "--camel.component.logistics.base-url=" + pilotStatus.baseUrl(),
                "--camel.component.logistics.api-key="
                        + pilotStatus.number(Provider.META).key().value());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "killed-application.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() throws InterruptedException {
        application.toHandle().destroyForcibly();
        application.waitFor();
    }
}
