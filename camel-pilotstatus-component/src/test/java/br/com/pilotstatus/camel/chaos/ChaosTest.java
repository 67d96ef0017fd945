/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.settings.RetentionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes with one table, to both of which each event is delivered again and again until one says that it is done. Each
 * event is to be answered with one message, whatever happens meanwhile: judged by the ledger of the service, the table, and
 * what the routes say that they ran. Where it can be, the clock of one node is ten minutes behind.
 */
@Timeout(300)
class ChaosTest {

    private static final int EVENTS = Integer.getInteger("pilotstatus.chaos.events", 120);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final RetentionSettings ENOUGH = new RetentionSettings(100_000, 256L << 20, 100_000, 256L << 20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static PilotStatusSimulator simulator;
    private static ChaosDatabase database;
    private static volatile ChaosNode one;
    private static volatile ChaosNode other;
    private static final List<Path> OUTPUTS = new ArrayList<>();

    @TempDir
    private static Path directory;

    private static int round;

    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService senders = Executors.newFixedThreadPool(24);
    private List<String> events;

    @BeforeAll
    static void start() throws Exception {
        simulator = PilotStatusSimulator.builder()
                .port(0)
                .settings(settings -> settings.with(ENOUGH))
                .build()
                .start();
        database = new ChaosDatabase();
        CompletableFuture<ChaosNode> late = node(ChaosNode.Kind.LATE);
        other = node(ChaosNode.Kind.USUAL).join();
        one = late.join();
    }

    /** A node that starts while the test goes on. */
    private static CompletableFuture<ChaosNode> node(ChaosNode.Kind kind) {
        ChaosNode.Surroundings surroundings =
                new ChaosNode.Surroundings(database.jdbcUrl(), simulator.baseUrl(), simulator.apiKey());
        Path output = directory.resolve("node" + OUTPUTS.size());
        OUTPUTS.add(output);
        return Background.supply(() -> {
            try {
                return new ChaosNode(surroundings, kind, output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @AfterAll
    static void stop() throws Exception {
        one.close();
        other.close();
        database.close();
        simulator.close();
    }

    @BeforeEach
    void nameEvents() {
        // So that there is always something under way.
        serve(FaultRule.always(Fault.delay(Duration.ofMillis(30))));
        round++;
        events = IntStream.range(0, EVENTS)
                .mapToObj(i -> "round" + round + "event" + i)
                .toList();
    }

    @AfterEach
    void endSenders() {
        over.set(true);
        senders.shutdownNow();
    }

    private static void serve(FaultRule... rules) {
        simulator.faults().clear();
        for (FaultRule rule : rules) {
            simulator.faults().add(rule);
        }
    }

    /** Delivers each event to both nodes at once, in the order of the list. */
    private void deliver() {
        for (String event : events) {
            senders.execute(() -> deliver(event, true));
            senders.execute(() -> deliver(event, false));
        }
    }

    private void deliver(String event, boolean toOne) {
        ChaosNode node = toOne ? one : other;
        if (node != null && isTaken(node, event)) {
            done.add(event);
        } else if (!over.get()) {
            // Behind the others, so that none that is never taken holds a sender.
            senders.execute(() -> deliver(event, !toOne));
        }
    }

    private static boolean isTaken(ChaosNode node, String event) {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
            HttpRequest request = HttpRequest.newBuilder(URI.create(node.webhookUrl()))
                    .timeout(Duration.ofSeconds(2))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"event\":\"message.received\",\"data\":{\"id\":\"" + event
                            + "\",\"from\":\"+5511977770000\",\"type\":\"text\",\"content\":\"Hello\"}}"))
                    .build();
            return CLIENT.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitDone(int events) {
        awaitUntil(() -> done.size() >= events);
    }

    private static void awaitUntil(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition::getAsBoolean);
    }

    /** How often each event of this round was answered. */
    private Map<String, Long> answers() {
        Map<String, Long> counted = simulator.ledger().entries().stream()
                .map(entry -> entry.request().path("text").asText().replace("Answer ", ""))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        counted.keySet().retainAll(Set.copyOf(events));
        return counted;
    }

    /** How often each event of this round was run to its end. */
    private Map<String, Long> runs() throws IOException {
        Map<String, Long> counted = new HashMap<>();
        for (Path output : OUTPUTS) {
            ChaosNode.ran(output).forEach(id -> counted.merge(id, 1L, Long::sum));
        }
        counted.keySet().retainAll(Set.copyOf(events));
        return counted;
    }

    private List<String> open() throws Exception {
        return database.query(
                "select claim_key from pilotstatus_claims where status = 'CLAIMED' and claim_key like '%round" + round
                        + "event%'");
    }

    /** Each event answered and run once, and nothing left open in the table. */
    private void requireAllOnce() throws Exception {
        awaitDone(EVENTS);
        await().atMost(PATIENCE).until(() -> open().isEmpty());
        assertThat(answers())
                .hasSize(EVENTS)
                .allSatisfy((event, count) -> assertThat(count).as(event).isEqualTo(1));
        assertThat(runs())
                .hasSize(EVENTS)
                .allSatisfy((event, count) -> assertThat(count).as(event).isEqualTo(1));
    }

    @Test
    void clocksAreTenMinutesApart() throws Exception {
        assumeThat(ChaosNode.canFakeTime()).as("faketime is installed").isTrue();
        deliver();
        requireAllOnce();
    }

    @Test
    void connectionsOfTheDatabaseAreKilledAgainAndAgain() throws Exception {
        deliver();
        AtomicInteger kills = new AtomicInteger();
        while (done.size() < EVENTS) {
            database.killBackends();
            kills.incrementAndGet();
            int before = done.size();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> done.size() >= Math.min(EVENTS, before + EVENTS / 10));
        }
        assertThat(kills).hasValueGreaterThan(3);
        requireAllOnce();
    }

    @Test
    void theDatabaseIsStoppedAndStarted() throws Exception {
        deliver();
        awaitDone(EVENTS / 4);
        database.stop();
        database.start();
        requireAllOnce();
    }

    /** A send that was on the wire at the freeze is undecided when its time is over at the thaw. */
    @Test
    void aNodeIsFrozenForLessThanItsLease() throws Exception {
        deliver();
        awaitDone(EVENTS / 4);
        one.freeze();
        List<String> underWay = open();
        awaitDone(EVENTS / 2);
        one.thaw();

        requireOnceOrUndecided(underWay);
        assertThat(runs())
                .allSatisfy((event, count) -> assertThat(count).as(event).isEqualTo(1));
    }

    /** What was under way at the freeze may run twice, which nobody can know; no message is sent twice. */
    @Test
    void aNodeIsFrozenForLongerThanItsLease() throws Exception {
        deliver();
        awaitDone(EVENTS / 4);
        one.freeze();
        List<String> underWay = open();
        database.endLeases();
        awaitDone(EVENTS / 2);
        one.thaw();

        requireOnceOrUndecided(underWay);
        assertThat(runs())
                .allSatisfy((event, count) ->
                        assertThat(count).as(event).isLessThanOrEqualTo(isAmong(underWay, event) ? 2 : 1));
    }

    @Test
    void aNodeIsStoppedAndAnotherTakesItsPlace() throws Exception {
        deliver();
        CompletableFuture<ChaosNode> next = node(ChaosNode.Kind.LATE);
        awaitDone(EVENTS / 4);
        one.stop();
        one = next.join();
        requireAllOnce();
    }

    @Test
    void routesAreRemovedAndAddedAgain() throws Exception {
        deliver();
        int removals = Math.max(2, EVENTS / 80);
        for (int i = 1; i <= removals; i++) {
            one.reload();
            other.reload();
            awaitDone(EVENTS * i / removals);
        }
        requireAllOnce();
    }

    /** Those on the wire are undecided; those that wait for a place or a next try are free to be sent by another node. */
    @Test
    void aNodeStopsWithSendsInEveryPhase() throws Exception {
        ChaosNode usual = one;
        ChaosNode stopping = node(ChaosNode.Kind.HASTY).join();
        one = stopping;
        serve(
                FaultRule.every(2, Fault.status(503).withRetryAfter(4)),
                FaultRule.always(Fault.delay(Duration.ofSeconds(4))));
        long before = requests();
        deliver();
        awaitUntil(() -> requests() >= before + 2L * ChaosNode.Kind.HASTY.places());
        stopping.stop();
        serve(FaultRule.always(Fault.delay(Duration.ofMillis(30))));
        one = usual;
        // Those of the other node come to their end.
        await().atMost(PATIENCE).until(() -> undecided().size() <= ChaosNode.Kind.HASTY.places());
        Set<String> undecided = awaitDoneOrUndecided();

        assertThat(stopping.failed())
                .contains("REFUSED LOCAL_STOPPED 0")
                .anyMatch(failure -> failure.startsWith("UNKNOWN LOCAL_NO_ANSWER"))
                .anyMatch(failure -> failure.startsWith("REFUSED") && failure.endsWith(" 1"));
        requireOnceOrUndecided(undecided);
        assertThat(undecided).isNotEmpty();
    }

    private static long requests() {
        return simulator.requests().of("sendMessage");
    }

    /** A message that was on the wire at the kill is undecided, and never sent twice. */
    @Test
    void aNodeIsKilled() throws Exception {
        deliver();
        CompletableFuture<ChaosNode> next = node(ChaosNode.Kind.LATE);
        awaitDone(EVENTS / 4);
        one.kill();
        List<String> underWay = new ArrayList<>(open());
        database.endLeases();
        one = next.join();

        requireOnceOrUndecided(underWay);
        assertThat(undecided().size()).isLessThan(EVENTS / 4);
    }

    /** Waits for all events; those whose message is undecided are never done. */
    private Set<String> awaitDoneOrUndecided() throws Exception {
        await().atMost(PATIENCE).until(() -> {
            Set<String> undecided = undecided();
            return events.stream().allMatch(event -> done.contains(event) || undecided.contains(event));
        });
        return undecided();
    }

    private Set<String> undecided() throws Exception {
        return open().stream()
                .filter(key -> key.startsWith("send|"))
                .map(key -> key.substring(key.lastIndexOf('|') + 1))
                .collect(Collectors.toSet());
    }

    private static boolean isAmong(List<String> keys, String event) {
        return keys.stream().anyMatch(key -> key.matches(".*" + event + "(\\D.*)?"));
    }

    /** No event is lost or doubled, and undecided are at most those that were under way. */
    private void requireOnceOrUndecided(List<String> underWay) throws Exception {
        // In one look, since what is on the wire at the end is undecided, too, until it is answered.
        await().atMost(PATIENCE).until(() -> {
            Set<String> undecided = undecided();
            return undecided.stream().allMatch(event -> isAmong(underWay, event))
                    && events.stream().allMatch(event -> done.contains(event) || undecided.contains(event));
        });
        requireOnceOrUndecided(undecided());
    }

    private void requireOnceOrUndecided(Set<String> undecided) {
        Map<String, Long> answers = answers();
        assertThat(answers)
                .allSatisfy((event, count) -> assertThat(count).as(event).isEqualTo(1));
        assertThat(events).allMatch(event -> answers.containsKey(event) || undecided.contains(event));
    }
}
