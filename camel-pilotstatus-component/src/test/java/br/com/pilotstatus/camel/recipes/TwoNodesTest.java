/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes whose inbox is one PostgreSQL, set up as the page shows it. */
@Timeout(120)
class TwoNodesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int EVENTS = 60;

    private static Database database;

    private final Map<String, List<String>> runs = new ConcurrentHashMap<>();
    private Processor step = exchange -> {};
    private Node one;
    private Node other;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = new Database();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void forgetEarlierEvents() throws Exception {
        database.execute("drop table if exists " + JdbcClaimStore.DEFAULT_TABLE);
    }

    @AfterEach
    void stopNodes() {
        Stream.of(one, other).filter(Objects::nonNull).forEach(Node::close);
    }

    private void startNodes() throws Exception {
        one = nodeOfThePage("one");
        other = nodeOfThePage("other");
    }

    private Node nodeOfThePage(String name) throws Exception {
        return new Node()
                .bind("dataSource", database.pool())
                .properties(RecipesPage.properties("JdbcClaimStore"))
                .routes(route(name, ""))
                .start();
    }

    private RouteBuilder route(String node, String options) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:webhook" + options)
                        .process(exchange -> runs.merge(
                                exchange.getMessage().getHeader(PilotStatusConstants.EVENT_ID, String.class),
                                List.of(node),
                                (earlier, now) -> Stream.concat(earlier.stream(), now.stream())
                                        .toList()))
                        .process(exchange -> step.process(exchange));
            }
        };
    }

    @Test
    void eachEventDeliveredToBothAgainAndAgainRunsOnce() throws Exception {
        startNodes();

        List<CompletableFuture<HttpResponse<String>>> deliveries = IntStream.range(0, EVENTS)
                .boxed()
                .flatMap(event -> IntStream.range(0, 6)
                        .mapToObj(i -> (i % 2 == 0 ? one : other).deliverAsync(Events.received("cmq" + event))))
                .toList();

        assertThat(deliveries)
                .map(delivery -> delivery.join().statusCode())
                .allMatch(status -> status == 200 || status == 503);
        assertThat(runs)
                .hasSize(EVENTS)
                .allSatisfy((event, nodes) -> assertThat(nodes).hasSize(1));
    }

    @Test
    void whatWasDoneOnOneNodeIsDoneOnTheOther() throws Exception {
        startNodes();

        assertThat(one.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);
        assertThat(other.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);
        assertThat(runs).containsExactly(Map.entry("cmq1", List.of("one")));
    }

    @Test
    void whileOneNodeIsAtItTheOtherSaysToComeAgain() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        step = exchange -> assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
        startNodes();

        CompletableFuture<HttpResponse<String>> first = one.deliverAsync(Events.received("cmq1"));
        await().atMost(SOON).until(() -> runs.containsKey("cmq1"));
        HttpResponse<String> repeat = other.deliver(Events.received("cmq1"));
        release.countDown();

        assertThat(repeat.statusCode()).isEqualTo(503);
        assertThat(repeat.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(first.join().statusCode()).isEqualTo(200);
    }

    @Test
    void whatFailedOnOneNodeTheOtherDoes() throws Exception {
        step = exchange -> {
            if (runs.get("cmq1").size() == 1) {
                throw new IllegalStateException("no disk");
            }
        };
        startNodes();

        assertThat(one.deliver(Events.received("cmq1")).statusCode()).isEqualTo(500);
        assertThat(other.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);
        assertThat(one.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);
        assertThat(runs).containsExactly(Map.entry("cmq1", List.of("one", "other")));
    }

    @Test
    void theEventOfANodeThatDiedIsTakenOverWhenItsLeaseEnds() throws Exception {
        database.execute("create table if not exists processed (event_id varchar(64) not null)");
        other = nodeOfThePage("other");
        try (NodeProcess doomed = new NodeProcess(database.jdbcUrl(), 0, LEASE)) {
            CompletableFuture<?> cut = Background.run(() -> Node.deliver(doomed.webhookUrl(), Events.received("cmq1")));
            await().atMost(SOON)
                    .until(() ->
                            database.query("select event_id from processed").contains("cmq1"));
            doomed.kill();
            assertThat(cut).failsWithin(SOON);
        }

        assertThat(other.deliver(Events.received("cmq1")).statusCode()).isEqualTo(503);
        database.endLeases();
        assertThat(other.deliver(Events.received("cmq1")).statusCode()).isEqualTo(200);
        assertThat(runs).containsExactly(Map.entry("cmq1", List.of("other")));
    }
}
