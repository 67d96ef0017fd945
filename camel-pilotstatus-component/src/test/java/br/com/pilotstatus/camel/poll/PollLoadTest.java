/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long it takes to catch up after a downtime. Prints what it measured. */
@Tag("load")
@Timeout(300)
class PollLoadTest {

    private static final Duration DOWN = Duration.ofDays(7);

    private final HistoryFake history = new HistoryFake();
    private final Instant start = Instant.now().minus(DOWN);
    private RecordingServer server;

    @BeforeEach
    void serve() throws Exception {
        server = new RecordingServer();
        server.answer(history);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aThousandMessagesWithAnInboxInADatabase() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl(database.getJdbcUrl("postgres", "postgres"));
            catchUp("database", 1000, new JdbcClaimStore(dataSource));
        }
    }

    @Test
    void twentyFiveThousandMessagesInSlices() throws Exception {
        catchUp("memory", 25_000, new MemoryClaimStore());
    }

    private void catchUp(String store, int messages, ClaimStore inbox) throws Exception {
        Duration step = DOWN.dividedBy(messages + 1);
        for (int i = 0; i < messages; i++) {
            history.received("m" + i, start.plus(step.multipliedBy(i)));
        }
        inbox.done("poll|load|position", new PollPosition(start, start).toText());
        try (PollNode node = new PollNode(server.url(), "ps_number").with(inbox)) {
            long began = System.nanoTime();
            node.start("&subscriptionName=load");
            await().atMost(Duration.ofMinutes(4)).until(() -> node.messages().size() >= messages);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            int calls = server.requests().size();
            node.awaitPolls(1);
            System.out.printf(
                    "%d messages, inbox in %s: %d ms, %d calls, %.0f messages/s%n",
                    messages, store, took.toMillis(), calls, messages * 1000.0 / took.toMillis());
            assertThat(node.ids()).hasSize(messages);
            assertThat(new HashSet<>(node.ids())).hasSize(messages);
        }
    }
}
