/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.recipes.Postgres;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Restarts, downtime and two nodes, with an inbox in a real PostgreSQL and a number that is written to all the while. */
@Timeout(90)
class PollRestartTest {

    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private static HikariDataSource dataSource;
    private static int tables;

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final List<PollNode> nodes = new ArrayList<>();
    private String table;

    @BeforeAll
    static void makeDatabase() throws Exception {
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(Postgres.database().jdbcUrl());
    }

    @AfterAll
    static void closeConnections() {
        dataSource.close();
    }

    @BeforeEach
    void nameTable() {
        table = "claims_" + ++tables;
    }

    @AfterEach
    void stop() {
        nodes.forEach(PollNode::close);
    }

    /** A store of its own on the shared table, as each node has. */
    private JdbcClaimStore inbox() {
        return new JdbcClaimStore(dataSource, table, JdbcClaimStore.DEFAULT_RETENTION, InstantSource.system());
    }

    private PollNode node(ClaimStore inbox) {
        PollNode node = new PollNode(simulator.baseUrl(), simulator.apiKey()).with(inbox);
        nodes.add(node);
        return node;
    }

    private void write(int from, int to) {
        IntStream.range(from, to).forEach(i -> simulator.inbound().text(CUSTOMER, "text " + i));
    }

    private static List<String> texts(int to) {
        return IntStream.range(0, to).mapToObj(i -> "text " + i).toList();
    }

    @Test
    void aRestartInTheMiddleLosesAndRepeatsNothing() throws Exception {
        CountDownLatch half = new CountDownLatch(50);
        PollNode first = node(inbox()).doing(exchange -> half.countDown());
        first.start("");
        first.awaitPolls(1);
        write(0, 200);
        assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
        first.close();
        assertThat(first.texts()).hasSizeBetween(50, 199);

        PollNode second = node(inbox());
        second.start("");
        second.awaitEvents(200 - first.texts().size());
        second.awaitPolls(1);

        List<String> all = new ArrayList<>(first.texts());
        all.addAll(second.texts());
        assertThat(all).isEqualTo(texts(200));
    }

    @Test
    void whatCameWhileTheApplicationWasDownComesAtItsNextStart() throws Exception {
        PollNode first = node(inbox());
        first.start("");
        first.awaitPolls(1);
        write(0, 1);
        first.awaitEvents(1);
        first.close();
        write(1, 3);

        PollNode second = node(inbox());
        second.start("");
        second.awaitEvents(2);
        second.awaitPolls(1);

        assertThat(second.texts()).containsExactly("text 1", "text 2");
    }

    @Test
    void withoutAnInboxThatLastsARestartBeginsAnew() throws Exception {
        PollNode first = node(new MemoryClaimStore());
        first.start("");
        first.awaitPolls(1);
        first.close();
        write(0, 1);
        // WhatsApp tells time in seconds, and so does the first start.
        Instant next = Instant.now().plusSeconds(1);
        await().atMost(Duration.ofSeconds(5)).until(() -> Instant.now().isAfter(next));

        PollNode second = node(new MemoryClaimStore());
        second.start("");
        second.awaitPolls(1);
        write(1, 2);
        second.awaitEvents(1);

        assertThat(second.texts()).containsExactly("text 1");
    }

    @Test
    void twoNodesProcessEachEventOnce() throws Exception {
        PollNode one = node(inbox());
        PollNode other = node(inbox());
        one.start("");
        other.start("");
        one.awaitPolls(1);
        other.awaitPolls(1);
        write(0, 200);
        await().atMost(PollNode.SOON)
                .until(() -> one.texts().size() + other.texts().size() >= 200);
        one.awaitPolls(2);
        other.awaitPolls(2);

        List<String> all = new ArrayList<>(one.texts());
        all.addAll(other.texts());
        assertThat(all).hasSize(200).containsExactlyInAnyOrderElementsOf(texts(200));
    }

    @Test
    void anEventThatFailsOnOneNodeIsProcessedByAnother() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        PollNode broken = node(inbox()).doing(exchange -> {
            failures.incrementAndGet();
            throw new IllegalStateException("no database");
        });
        broken.start("");
        broken.awaitPolls(1);
        write(0, 3);
        await().atMost(PollNode.SOON).until(() -> failures.get() >= 3);
        PollNode healthy = node(inbox());
        healthy.start("");
        healthy.awaitEvents(3);

        assertThat(healthy.texts()).containsExactlyInAnyOrderElementsOf(texts(3));
    }

    @Test
    void aConsumerThatWasAwayForLongerThanTheHistoryGoesBackSaysSo() throws Exception {
        ClaimStore inbox = inbox();
        Instant then = Instant.now().minus(Duration.ofDays(40));
        inbox.done("poll|orders|position", new PollPosition(then, then).toText());
        PollNode node = node(inbox);
        try (LogRecorder log = new LogRecorder()) {
            node.start("&subscriptionName=orders");
            write(0, 1);
            node.awaitEvents(1);

            assertThat(log.lines("longer ago than the history goes back"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN");
        }
    }

    @Test
    void aLastingInboxThatKnowsNoPositionSaysWherePollingBegins() throws Exception {
        try (LogRecorder log = new LogRecorder()) {
            PollNode node = node(inbox());
            node.start("");
            node.awaitPolls(1);

            assertThat(log.lines("The inbox knows no position"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN");
        }
    }
}
