/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import br.com.pilotstatus.camel.call.ReadingTime;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.journal.NumberHistory;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.poll.HistoryFake;
import br.com.pilotstatus.camel.poll.HistoryReader;
import br.com.pilotstatus.camel.poll.PollPosition;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A message history of which each page takes a minute: a poll ends all the same, and nothing is lost by it. */
@Timeout(60)
class SlowHistoryTest {

    private static final int DAYS = 7;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicLong nanoTime = new AtomicLong();
    private final HistoryFake history = new HistoryFake().afterPage(page -> wait(Duration.ofMinutes(1)));
    private final ClaimStore inbox = new MemoryClaimStore();
    private final List<String> processed = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private final Instant began = Instant.now().minus(Duration.ofDays(DAYS));
    private RecordingServer server;
    private PilotStatusEndpoint endpoint;
    private PilotStatusPollConsumer consumer;

    private void wait(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }

    @BeforeEach
    void start() throws Exception {
        server = new RecordingServer();
        server.answer(history);
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setInbox(inbox);
        context.addComponent("pilotstatus", component);
        context.start();
        endpoint = context.getEndpoint(
                "pilotstatus:poll?apiKey=ps_number&subscriptionName=slow&maxAttempts=1&baseUrl=" + server.url(),
                PilotStatusEndpoint.class);
        inbox.done("poll|slow|position", new PollPosition(began, began).toText());
        consumer = new PilotStatusPollConsumer(endpoint, this::process, nanoTime::get);
        consumer.setStartScheduler(false);
        consumer.start();
    }

    @AfterEach
    void stop() {
        consumer.stop();
        context.stop();
        server.close();
    }

    private void process(Exchange exchange) {
        String id = exchange.getMessage().getBody(WebhookEvent.class).id();
        if (failing.contains(id)) {
            throw new IllegalStateException("no database");
        }
        processed.add(id);
    }

    /** One message each hour, and slices that hold less than a day of them. */
    private List<String> aWeekInSlices() {
        history.crowdedBeyond(Duration.ofDays(1));
        IntStream.range(0, DAYS * 24).forEach(hour -> history.received("m" + hour, began.plus(Duration.ofHours(hour))));
        return IntStream.range(0, DAYS * 24).mapToObj(hour -> "m" + hour).toList();
    }

    private PollPosition position() {
        return PollPosition.parse(inbox.result("poll|slow|position").orElseThrow());
    }

    private int pollsUntilProcessed(int messages) {
        int polls = 0;
        while (processed.size() < messages && polls < 100) {
            consumer.poll();
            polls++;
        }
        return polls;
    }

    @Test
    void aPollOfManySlicesEndsAndKeepsWhatItHasReached() {
        aWeekInSlices();
        consumer.poll();

        assertThat(Duration.ofNanos(nanoTime.get()))
                .isBetween(ReadingTime.LONGEST, ReadingTime.LONGEST.multipliedBy(2));
        assertThat(processed).hasSizeBetween(24, DAYS * 24 - 24);
        assertThat(position().upTo()).isAfter(began.plus(Duration.ofDays(1)));
    }

    @Test
    void laterPollsGoOnWithTheRestAndProcessEachMessageOnce() {
        List<String> all = aWeekInSlices();

        assertThat(pollsUntilProcessed(all.size())).isGreaterThan(1);
        assertThat(processed).containsExactlyElementsOf(all);
    }

    @Test
    void aMessageThatFailsDoesNotKeepLaterPollsFromTheRest() {
        List<String> all = aWeekInSlices();
        failing.add("m0");
        pollsUntilProcessed(all.size() - 1);

        assertThat(processed).containsExactlyElementsOf(all.subList(1, all.size()));
        assertThat(position().upTo()).isEqualTo(began);
    }

    @Test
    void aMessageThatHasFailedComesAgainAfterTheRest() {
        List<String> all = aWeekInSlices();
        failing.add("m0");
        pollsUntilProcessed(all.size() - 1);
        failing.clear();
        pollsUntilProcessed(all.size());

        assertThat(processed).hasSize(all.size()).endsWith("m0");
    }

    @Test
    void aPollGoesOnWhereASliceCouldNotBeRead() {
        List<String> all = aWeekInSlices();
        consumer.poll();
        int before = processed.size();
        server.answer(request -> new RecordingServer.Reply(503, "{}"));
        assertThatThrownBy(consumer::poll).isInstanceOf(PilotStatusException.class);
        server.answer(history);
        consumer.poll();

        assertThat(processed).hasSizeGreaterThan(before).doesNotHaveDuplicates();
        pollsUntilProcessed(all.size());
        assertThat(processed).containsExactlyElementsOf(all);
    }

    /** Counts more than it has shown, and has a new one for whoever reads again. */
    private void endless() {
        AtomicInteger shown = new AtomicInteger();
        Instant recently = Instant.now().minusSeconds(60);
        history.overcounting(5);
        history.afterPage(page -> {
            history.received("new" + shown.incrementAndGet(), recently);
            wait(Duration.ofMinutes(1));
        });
    }

    @Test
    void aSliceWithoutAnEndFailsThePollWithTheCodeOfEndlessLists() {
        endless();

        assertThat(catchThrowableOfType(PilotStatusException.class, consumer::poll))
                .satisfies(failure -> assertThat(failure.getErrorCode()).isEqualTo("LOCAL_LIST_ENDLESS"))
                .hasMessageContaining("messages-history", "10 minutes");
        assertThat(server.requests()).hasSizeLessThan(15);
    }

    @Test
    void aSliceThatTakesTooLongIsSmallerTheNextTime() {
        history.afterPage(page -> wait(Duration.ofSeconds(90)));
        IntStream.range(0, 1500).forEach(i -> history.received("m" + i, began.plusSeconds(60L * i)));
        HistoryReader reader = new HistoryReader(
                EndpointParts.calls(endpoint), EndpointParts.requests(endpoint), null, 2000, nanoTime::get);
        Instant now = began.plusSeconds(60L * 1500);
        assertThatThrownBy(() -> reader.read(began, now)).isInstanceOf(PilotStatusException.class);
        HistoryReader.Slice slice = null;
        for (int tries = 0; slice == null && tries < 5; tries++) {
            try {
                slice = reader.read(began, now);
            } catch (PilotStatusException e) {
                assertThat(e.getErrorCode()).isEqualTo("LOCAL_LIST_ENDLESS");
            }
        }

        assertThat(slice).isNotNull();
        assertThat(slice.messages()).extracting(HistoryMessage::id).startsWith("m0", "m1");
    }

    @Test
    void reconcilingDoesNotReadSlicesForEver() {
        aWeekInSlices();
        NumberHistory all =
                new NumberHistory(EndpointParts.calls(endpoint), EndpointParts.requests(endpoint), null, nanoTime::get);

        assertThat(catchThrowableOfType(PilotStatusException.class, () -> all.read(began, message -> {})))
                .satisfies(failure -> assertThat(failure.getErrorCode()).isEqualTo("LOCAL_LIST_ENDLESS"));
    }
}
