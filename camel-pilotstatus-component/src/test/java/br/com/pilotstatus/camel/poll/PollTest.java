/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static br.com.pilotstatus.camel.poll.PollNode.SOON;
import static br.com.pilotstatus.camel.poll.PollNode.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleResolver;
import org.apache.camel.util.json.JsonObject;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes of the messages of a history, on a service whose history the test decides. */
@Timeout(60)
class PollTest {

    private final HistoryFake history = new HistoryFake();
    private final Instant start = Instant.now();
    private RecordingServer server;
    private PollNode node;

    @BeforeEach
    void serve() throws Exception {
        server = new RecordingServer();
        server.answer(history);
        node = new PollNode(server.url(), "ps_number");
    }

    @AfterEach
    void stop() {
        node.close();
        server.close();
    }

    /** A time after the start of the consumer. */
    private Instant at(int seconds) {
        return start.plusSeconds(3600L + seconds);
    }

    @Test
    void aMessageComesOnce() throws Exception {
        node.start("");
        history.received("a", at(1));
        node.awaitEvents(1);
        node.awaitPolls(3);

        assertThat(node.names()).containsExactly("message.received a");
    }

    @Test
    void messagesOfBeforeTheStartDoNotCome() throws Exception {
        history.received("old", start.minusSeconds(5));
        node.start("");
        history.received("new", at(1));
        node.awaitEvents(1);
        node.awaitPolls(2);

        assertThat(node.ids()).containsExactly("new");
    }

    @Test
    void eventsComeInTheOrderInWhichTheyHappened() throws Exception {
        history.sent("out", "READ", at(1), at(2), at(5))
                .received("in1", at(3))
                .received("in2", at(4))
                .received("in3", at(6));
        node.start("");
        node.awaitEvents(6);

        assertThat(node.names())
                .containsExactly(
                        "message.sent out",
                        "message.delivered out",
                        "message.received in1",
                        "message.received in2",
                        "message.read out",
                        "message.received in3");
    }

    @Test
    void theStatesOfAMessageStayInOrderWhateverTheirTimes() throws Exception {
        history.sent("out", "READ", at(3), at(2), at(1));
        node.start("");
        node.awaitEvents(3);

        assertThat(node.names()).containsExactly("message.sent out", "message.delivered out", "message.read out");
    }

    @Test
    void aStateThatIsReachedLaterComesLater() throws Exception {
        history.sent("out", "SENT", at(1), null, null);
        node.start("");
        node.awaitEvents(1);
        history.sent("out", "READ", at(1), at(2), at(3));
        node.awaitEvents(3);
        node.awaitPolls(2);

        assertThat(node.names()).containsExactly("message.sent out", "message.delivered out", "message.read out");
    }

    @Test
    void aMessageThatAppearsLateComesWithinTheOverlap() throws Exception {
        history.received("a", at(100));
        node.start("&overlap=60s");
        node.awaitEvents(1);
        history.received("late", at(50)).received("later", at(1));
        node.awaitEvents(3);

        assertThat(node.ids()).containsExactly("a", "later", "late");
    }

    @Test
    void onlyTheEventsThatAreNamedCome() throws Exception {
        history.sent("out", "READ", at(1), at(2), at(3)).received("in", at(4));
        node.start("&events=message.read");
        node.awaitEvents(1);
        node.awaitPolls(2);

        assertThat(node.names()).containsExactly("message.read out");
    }

    @Test
    void anEventThatFailsComesAgainWhileTheOthersGoOn() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        node.doing(failing("b", broken::get));
        history.received("a", at(1)).received("b", at(2)).received("c", at(3));
        node.start("");
        node.awaitEvents(2);
        history.received("d", at(4));
        node.awaitEvents(3);
        broken.set(false);
        node.awaitEvents(4);
        node.awaitPolls(2);

        assertThat(node.ids()).containsExactly("a", "c", "d", "b");
    }

    @Test
    void aMessageThatFailsIsNeverPassed() throws Exception {
        MemoryClaimStore inbox = readUpTo(start);
        node.with(inbox).doing(failing("b", () -> true));
        history.received("a", start.plusMillis(1))
                .received("b", start.plusMillis(2))
                .received("c", start.plusMillis(3));
        node.start("&overlap=1s&subscriptionName=test");
        node.awaitEvents(2);
        node.awaitPolls(2);

        assertThat(position(inbox).upTo()).isEqualTo(start.plusMillis(2));
    }

    /** As if it had been down for an hour, in which a message came every three minutes. */
    private MemoryClaimStore downForAnHour() {
        history.crowdedBeyond(Duration.ofMinutes(10));
        for (int i = 0; i < 20; i++) {
            history.received("m" + i, hourAgo().plusSeconds(180L * i));
        }
        return readUpTo(hourAgo());
    }

    /** Of a consumer that has polled before, up to a time. */
    private static MemoryClaimStore readUpTo(Instant time) {
        MemoryClaimStore inbox = new MemoryClaimStore();
        inbox.done("poll|test|position", new PollPosition(time, time).toText());
        return inbox;
    }

    private Instant hourAgo() {
        return start.minusSeconds(3600);
    }

    @Test
    void whatIsTooMuchAtOnceComesInSlicesOfWhichNoneIsPassedThatHasAFailure() throws Exception {
        MemoryClaimStore inbox = downForAnHour();
        node.with(inbox).doing(failing("m2", () -> true));
        node.start("&subscriptionName=test");
        node.awaitEvents(19);
        node.awaitPolls(1);

        List<String> expected = IntStream.range(0, 20)
                .filter(i -> i != 2)
                .mapToObj(i -> "m" + i)
                .toList();
        assertThat(node.ids()).isEqualTo(expected);
        assertThat(position(inbox).upTo()).isEqualTo(hourAgo().plusSeconds(360));
    }

    @Test
    void aPollThatFailsHalfwayKeepsTheSlicesBefore() throws Exception {
        MemoryClaimStore inbox = downForAnHour();
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicReference<String> firstStart = new AtomicReference<>();
        server.answer(request -> {
            String from = request.target().replaceAll(".*startDate=([^&]*).*", "$1");
            firstStart.compareAndSet(null, from);
            boolean first = from.equals(firstStart.get());
            return first || !broken.get() ? history.apply(request) : new RecordingServer.Reply(500, "{}");
        });
        node.with(inbox);
        node.start("&subscriptionName=test");
        node.awaitEvents(1);
        node.awaitPolls(2);
        int before = node.events().size();
        assertThat(before).isLessThan(20);
        assertThat(position(inbox).upTo()).isAfter(hourAgo());
        broken.set(false);
        node.awaitEvents(20);

        assertThat(node.ids())
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void aMessageFromTheFutureHidesNoneThatIsYetToCome() throws Exception {
        MemoryClaimStore inbox = new MemoryClaimStore();
        history.received("future", Instant.parse("2999-01-01T00:00:00Z"));
        node.with(inbox).start("&subscriptionName=test");
        node.awaitEvents(1);
        node.awaitPolls(1);

        assertThat(position(inbox).upTo()).isBefore(Instant.now());
    }

    @Test
    void aShortOverlapLeavesRoomForAClockThatIsAhead() throws Exception {
        MemoryClaimStore inbox = readUpTo(start.minus(Duration.ofHours(24)));
        node.with(inbox).start("&subscriptionName=test&overlap=1s");
        node.awaitPolls(2);
        history.received("a", start.minus(Duration.ofMinutes(55)));
        node.awaitEvents(1);

        assertThat(node.ids()).containsExactly("a");
    }

    @Test
    void theOverlapFollowsTheClockWhenNothingComes() throws Exception {
        MemoryClaimStore inbox = readUpTo(start.minus(Duration.ofHours(24)));
        node.with(inbox).start("&subscriptionName=test");
        node.awaitPolls(2);

        assertThat(position(inbox).upTo()).isBetween(start.minus(Duration.ofMinutes(61)), Instant.now());
    }

    @Test
    void theInboxIsNotAskedAgainForWhatTheOverlapRepeats() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        node.with(new CountingStore(asked, new MemoryClaimStore()));
        for (int i = 0; i < 50; i++) {
            history.received("m" + i, at(i));
        }
        node.start("");
        node.awaitEvents(50);
        node.awaitPolls(1);
        int before = asked.get();
        node.awaitPolls(2);

        // For its position, no more than a few polls.
        assertThat(asked.get() - before).isLessThan(20);
    }

    private record CountingStore(AtomicInteger asked, ClaimStore store) implements ClaimStore {

        @Override
        public Claim claim(String key, String content, Duration lease) {
            asked.incrementAndGet();
            return store.claim(key, content, lease);
        }

        @Override
        public void done(String key, String result) {
            store.done(key, result);
        }

        @Override
        public void release(String key) {
            store.release(key);
        }

        @Override
        public Optional<String> result(String key) {
            asked.incrementAndGet();
            return store.result(key);
        }

        @Override
        public List<OpenClaim> open(String keyPrefix, int limit) {
            return store.open(keyPrefix, limit);
        }
    }

    private static PollPosition position(ClaimStore inbox) {
        return PollPosition.parse(inbox.result("poll|test|position").orElseThrow());
    }

    @Test
    void anEventThatAnotherNodeIsAtIsLeftAndComesWhenThatNodeGivesItBack() throws Exception {
        MemoryClaimStore inbox = new MemoryClaimStore();
        String key = "poll|test|message.received|a|";
        inbox.claim(key, "", Duration.ofMinutes(5));
        history.received("a", at(1)).received("b", at(2));
        node.with(inbox).start("&subscriptionName=test");
        node.awaitEvents(1);
        node.awaitPolls(1);
        assertThat(node.ids()).containsExactly("b");

        inbox.release(key);
        node.awaitEvents(2);
        assertThat(node.ids()).containsExactly("b", "a");
    }

    @Test
    void aStateThatIsOlderThanOneProcessedIsMarkedStale() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        node.doing(exchange -> {
            if ("message.sent".equals(exchange.getMessage().getHeader(PilotStatusConstants.EVENT)) && broken.get()) {
                throw new IllegalStateException("no database");
            }
        });
        history.sent("out", "DELIVERED", at(1), at(2), null);
        node.start("");
        node.awaitEvents(1);
        broken.set(false);
        node.awaitEvents(2);

        assertThat(node.messages())
                .extracting(message -> message.getHeader(PilotStatusConstants.EVENT_STALE))
                .containsExactly(false, true);
    }

    @Test
    void aMessageOfUnknownDirectionIsPassedOverAndSaidSo() throws Exception {
        server.answer(request -> new RecordingServer.Reply(
                200,
                "{\"total\":1,\"totalPages\":1,\"messages\":[{\"id\":\"a\",\"conversationId\":\"c\",\"direction\":\"SIDEWAYS\","
                        + "\"participantPhone\":\"" + HistoryFake.PHONE + "\",\"providerTimestamp\":\"" + at(1)
                        + "\"}]}"));
        try (LogRecorder log = new LogRecorder()) {
            node.start("");
            node.awaitPolls(1);

            assertThat(log.lines("no known direction")).isNotEmpty();
        }
        assertThat(node.events()).isEmpty();
    }

    @Test
    void anEmptyMessageComesWhenThereIsNothingIfWanted() throws Exception {
        AtomicInteger empty = new AtomicInteger();
        node.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:poll?initialDelay=1&delay=20&sendEmptyMessageWhenIdle=true")
                        .filter(simple("${body} == null"))
                        .process(exchange -> empty.incrementAndGet());
            }
        });

        await().atMost(SOON).until(() -> empty.get() > 0);
    }

    @Test
    void noEmptyMessageComesWhileEventsFail() throws Exception {
        AtomicInteger empty = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        history.received("a", at(1));
        node.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:poll?initialDelay=1&delay=20&sendEmptyMessageWhenIdle=true")
                        .process(exchange -> {
                            if (exchange.getMessage().getBody() == null) {
                                empty.incrementAndGet();
                            } else {
                                failed.incrementAndGet();
                                throw new IllegalStateException("no database");
                            }
                        });
            }
        });

        await().atMost(SOON).until(() -> failed.get() > 2);
        assertThat(empty.get()).isZero();
    }

    @Test
    void greedyPollingEndsAlthoughAnEventKeepsFailing() throws Exception {
        AtomicInteger failed = new AtomicInteger();
        history.received("a", at(1)).received("b", at(2));
        node.doing(exchange -> {
            if (exchange.getMessage().getHeader(PilotStatusConstants.EVENT_ID).equals("b")) {
                failed.incrementAndGet();
                throw new IllegalStateException("no database");
            }
        });
        node.start("&greedy=true&delay=1h");
        // Once with a, and once more since there was something.
        await().atMost(SOON).until(() -> failed.get() == 2);
        await().atMost(SOON).until(() -> !node.consumer().isPolling());

        assertThat(failed.get()).isEqualTo(2);
    }

    @Test
    void aSuspendedRouteAsksNothingAndAResumedOneCatchesUp() throws Exception {
        node.start("");
        node.awaitPolls(1);
        node.routes().suspendRoute(PollNode.ROUTE);
        await().atMost(SOON).until(() -> !node.consumer().isPolling());
        int asked = server.requests().size();
        history.received("a", at(1));
        await().during(Duration.ofMillis(400))
                .atMost(SOON)
                .until(() -> server.requests().size() == asked);
        node.routes().resumeRoute(PollNode.ROUTE);
        node.awaitEvents(1);

        assertThat(node.ids()).containsExactly("a");
    }

    @Test
    void stoppingFinishesTheEventUnderWayAndTheRestComesAtTheNextStart() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        node.doing(exchange -> {
            entered.countDown();
            assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
        });
        history.received("a", at(1)).received("b", at(2)).received("c", at(3));
        node.start("");
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        Thread stop = new Thread(() -> stopRoute());
        stop.start();
        await().atMost(SOON).until(() -> node.consumer().isSuspendingOrSuspended());
        assertThat(node.consumer().getPendingExchangesSize()).isEqualTo(1);
        release.countDown();
        stop.join(20_000);

        assertThat(node.routes().getRouteStatus(PollNode.ROUTE)).isEqualTo(ServiceStatus.Stopped);
        assertThat(node.ids()).containsExactly("a");
        node.routes().startRoute(PollNode.ROUTE);
        node.awaitEvents(3);
        node.awaitPolls(1);
        assertThat(node.ids()).containsExactly("a", "b", "c");
    }

    private void stopRoute() {
        try {
            node.routes().stopRoute(PollNode.ROUTE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRouteThatIsStartedAgainGetsWhatCameMeanwhile() throws Exception {
        history.received("a", at(1));
        node.start("");
        node.awaitEvents(1);
        node.awaitPolls(1);
        node.routes().stopRoute(PollNode.ROUTE);
        history.received("b", at(2));
        node.routes().startRoute(PollNode.ROUTE);
        node.awaitEvents(2);
        node.awaitPolls(1);

        assertThat(node.ids()).containsExactly("a", "b");
    }

    @Test
    void theExchangeHoldsTheEventAndNothingElse() throws Exception {
        history.received("a", at(1));
        node.start("");
        node.awaitEvents(1);

        assertThat(node.messages().get(0).getHeaders().keySet())
                .allMatch(header -> header.startsWith("CamelPilotStatusEvent"));
        assertThat(node.messages().get(0).getHeader(Exchange.BATCH_SIZE)).isNull();
    }

    @Test
    void theConsoleCountsTheCallsOfPolling() throws Exception {
        node.start("");
        node.awaitPolls(1);
        JsonObject shown = (JsonObject) node.context()
                .getCamelContextExtension()
                .getContextPlugin(DevConsoleResolver.class)
                .resolveDevConsole("pilotstatus")
                .call(DevConsole.MediaType.JSON);

        Collection<?> endpoints = shown.getCollection("endpoints");
        assertThat(endpoints)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .satisfies(entry -> assertThat((String) entry.get("uri")).startsWith("pilotstatus://poll"))
                .satisfies(entry -> assertThat((Long) entry.get("accepted")).isPositive());
    }

    @Test
    void aThousandMessagesAreMadeIntoOneByAnAggregator() throws Exception {
        for (int i = 0; i < 1000; i++) {
            history.received("m" + i, at(i));
        }
        AtomicInteger sizes = new AtomicInteger();
        node.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("pilotstatus:poll?initialDelay=1&delay=20")
                        .aggregate(constant(true), (sum, next) -> next)
                        .completionSize(1000)
                        .process(exchange -> sizes.set(exchange.getProperty(Exchange.AGGREGATED_SIZE, Integer.class)));
            }
        });

        await().atMost(SOON).until(() -> sizes.get() == 1000);
        assertThat(List.of(sizes.get())).containsExactly(1000);
    }

    @Test
    void messagesOfOneTimeWhoseOrderChangesBetweenPagesAllComeDespiteAShortOverlap() throws Exception {
        IntStream.range(0, 250).forEach(i -> history.received("m" + i, at(0)));
        history.received("later", at(60)).unstable();
        node.start("&overlap=1s");
        node.awaitEvents(251);
        node.awaitPolls(1);

        assertThat(node.ids()).hasSize(251).doesNotHaveDuplicates();
    }

    @Test
    void thePositionStaysWhileTheHistoryCountsMoreThanItShows() throws Exception {
        MemoryClaimStore inbox = readUpTo(start);
        history.received("a", start.plusMillis(1)).overcounting(1);
        node.with(inbox).start("&overlap=1s&subscriptionName=test");
        node.awaitEvents(1);
        node.awaitPolls(1);
        Instant before = position(inbox).upTo();
        history.overcounting(0);
        node.awaitPolls(2);

        assertThat(before).isBefore(start.plusMillis(1));
        assertThat(position(inbox).upTo()).isEqualTo(start.plusMillis(1));
    }

    @Test
    void aHistoryThatAlwaysCountsMoreThanItShowsHoldsThePositionForAnHourOnly() throws Exception {
        MemoryClaimStore inbox = readUpTo(start.minus(Duration.ofHours(24)));
        history.overcounting(1);
        node.with(inbox).start("&subscriptionName=test&overlap=1s");
        node.awaitPolls(2);

        assertThat(position(inbox).upTo()).isBetween(start.minus(Duration.ofMinutes(61)), start);
    }

    @Test
    void aRouteThatIsRemovedAndAddedAgainAndAgainLosesAndRepeatsNothing() throws Exception {
        node.start("&overlap=1s");
        for (int i = 0; i < 20; i++) {
            history.received("m" + i, Instant.now());
            node.awaitEvents(i);
            node.routes().stopRoute(PollNode.ROUTE);
            node.context().removeRoute(PollNode.ROUTE);
            history.received("n" + i, Instant.now());
            node.start("&overlap=1s");
        }
        node.awaitEvents(40);
        node.awaitPolls(2);

        assertThat(node.ids()).hasSize(40).doesNotHaveDuplicates();
    }
}
