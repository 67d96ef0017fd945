/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.recipes.Database;
import br.com.pilotstatus.camel.recipes.Node;
import br.com.pilotstatus.camel.recipes.NodeProcess;
import br.com.pilotstatus.camel.recipes.Ports;
import br.com.pilotstatus.camel.store.ClaimStore.OpenClaim;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many events for one node with its inbox on PostgreSQL, which stops, or dies, in the middle. */
@Timeout(300)
class EnduranceTest {

    private static final int EVENTS = Integer.getInteger("pilotstatus.endurance.events", 1_000);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** How long the route goes on after it has written, so that a kill finds events under way. */
    private static final Duration WORK = Duration.ofMillis(50);

    private static final Duration LEASE = Duration.ofMinutes(5);

    private Database database;
    private Sender sender;
    private long begun;

    @BeforeEach
    void start() throws Exception {
        database = new Database();
        database.execute("create table processed (event_id varchar(64) not null)");
        sender = new Sender();
        begun = System.nanoTime();
    }

    @AfterEach
    void stop() throws Exception {
        sender.close();
        database.close();
    }

    @Test
    void aRestartInTheMiddleLosesAndDoublesNothing() throws Exception {
        int port = Ports.free();
        NodeProcess first = node(port);
        CompletableFuture<Void> sending = sender.send(EVENTS, Node.webhookUrl(port));
        try (first) {
            awaitProcessed(EVENTS / 2);
            first.stop();
        }
        int before = processed().size();
        NodeProcess second = node(port);
        try (second) {
            awaitDelivered(sending);
        }

        report("restart", before, Set.of());
        assertThat(processed()).hasSize(EVENTS).containsExactlyInAnyOrderElementsOf(sender.sent());
    }

    @Test
    void aKillInTheMiddleLosesNothingAndDoublesOnlyWhatWasUnderWay() throws Exception {
        int port = Ports.free();
        NodeProcess first = new NodeProcess(database.jdbcUrl(), port, WORK);
        CompletableFuture<Void> sending = sender.send(EVENTS, Node.webhookUrl(port));
        try (first) {
            awaitProcessed(EVENTS / 2);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !underWay().isEmpty());
            first.kill();
        }
        int before = processed().size();
        Set<String> underWay = underWay();
        // Five minutes pass for both sides: the leases of the dead node end, and the sender tries again meanwhile.
        sender.simulator().clock().advance(LEASE);
        database.endLeases();
        NodeProcess second = node(port);
        try (second) {
            awaitDelivered(sending);
        }

        report("kill", before, underWay);
        assertThat(new HashSet<>(processed())).containsExactlyInAnyOrderElementsOf(sender.sent());
        assertThat(underWay).isNotEmpty().containsAll(doubled());
    }

    private NodeProcess node(int port) throws IOException {
        return new NodeProcess(database.jdbcUrl(), port, Duration.ZERO);
    }

    private void awaitProcessed(int events) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Integer.parseInt(
                                database.query("select count(*) from processed").get(0))
                        >= events);
    }

    private void awaitDelivered(CompletableFuture<Void> sending) {
        assertThat(sending).succeedsWithin(PATIENCE);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> sender.delivered() == EVENTS);
    }

    private List<String> processed() throws Exception {
        return database.query("select event_id from processed");
    }

    private Set<String> doubled() throws Exception {
        return Set.copyOf(database.query("select event_id from processed group by event_id having count(*) > 1"));
    }

    /** The ids of the events that a dead node had claimed. */
    private Set<String> underWay() {
        return new JdbcClaimStore(database.pool())
                .open("", EVENTS).stream()
                        .map(OpenClaim::key)
                        .map(key -> key.split("\\|", -1))
                        .map(parts -> parts[parts.length - 2])
                        .collect(Collectors.toSet());
    }

    private void report(String what, int before, Set<String> underWay) throws Exception {
        Set<String> distinct = new HashSet<>(processed());
        System.out.printf(
                "%s: %d events, %d processed before it, %d under way; %d processed, %d lost, %d doubled;"
                        + " %d deliveries in %.1f s%n",
                what,
                EVENTS,
                before,
                underWay.size(),
                distinct.size(),
                sender.sent().stream().filter(id -> !distinct.contains(id)).count(),
                doubled().size(),
                sender.attempts().size(),
                (System.nanoTime() - begun) / 1e9);
    }
}
