/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.EndpointParts;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusTransportException;
import br.com.pilotstatus.camel.model.HistoryMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a history over HTTP, while it grows and when it is large. */
class HistoryReaderTest {

    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");
    private static final Instant NOW = NOON.plus(Duration.ofHours(1));

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HistoryFake history = new HistoryFake();
    private RecordingServer server;
    private PilotStatusEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        server = new RecordingServer();
        server.answer(history);
        context.start();
        endpoint = context.getEndpoint(
                "pilotstatus:poll?apiKey=ps_number&maxAttempts=1&baseUrl=" + server.url(), PilotStatusEndpoint.class);
    }

    @AfterEach
    void stop() {
        context.stop();
        server.close();
    }

    private HistoryReader reader(int most) {
        return new HistoryReader(
                EndpointParts.calls(endpoint), EndpointParts.requests(endpoint), null, most, System::nanoTime);
    }

    private void fill(int messages) {
        IntStream.range(0, messages).forEach(i -> history.received("m" + i, NOON.plusSeconds(i)));
    }

    private static List<String> ids(HistoryReader.Slice slice) {
        return slice.messages().stream().map(HistoryMessage::id).toList();
    }

    private static List<String> all(int messages) {
        return IntStream.range(0, messages).mapToObj(i -> "m" + i).toList();
    }

    @Test
    void theOldestMessageComesFirst() {
        fill(3);

        assertThat(ids(reader(100).read(NOON, NOW))).containsExactly("m0", "m1", "m2");
    }

    @Test
    void itAsksForLargePagesFromTheSecondBeforeOn() {
        reader(100).read(NOON, NOW);

        assertThat(server.only().target())
                .contains("startDate=2026-08-01T11%3A59%3A59Z", "pageSize=100", "page=1")
                .doesNotContain("endDate");
    }

    @Test
    void allPagesAreRead() {
        fill(250);

        assertThat(ids(reader(1000).read(NOON, NOW))).isEqualTo(all(250));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void pagesAreReadToTheEndWhenTheServiceDoesNotCount() {
        history.uncounted();
        fill(250);

        assertThat(ids(reader(1000).read(NOON, NOW))).isEqualTo(all(250));
    }

    @Test
    void messagesThatArriveBetweenPagesPushNoneOut() {
        fill(250);
        history.afterPage(
                page -> IntStream.range(0, 7).forEach(i -> history.received("new" + page + i, NOW.plusSeconds(i))));

        List<String> ids = ids(reader(1000).read(NOON, NOW));

        assertThat(ids).containsAll(all(250)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsTooMuchComesInSlicesTheOldestFirst() {
        fill(500);
        HistoryReader reader = reader(100);
        List<String> ids = new ArrayList<>();
        int slices = 0;
        for (Instant from = NOON; from != null; slices++) {
            HistoryReader.Slice slice = reader.read(from, NOON.plusSeconds(600));
            assertThat(slice.messages()).hasSizeLessThanOrEqualTo(100);
            ids.addAll(ids(slice));
            from = slice.end();
        }

        assertThat(slices).isGreaterThan(5);
        assertThat(ids.stream().distinct()).containsExactlyElementsOf(all(500));
    }

    @Test
    void noMessageFallsBetweenTwoSlicesWhenTheServiceLeavesOutTheBounds() {
        history.withoutBounds();
        // Such that a slice ends exactly at a message.
        fill(2);
        history.received("m2", NOON.plusSeconds(1800)).received("m3", NOON.plusSeconds(3599));
        HistoryReader reader = reader(3);

        HistoryReader.Slice first = reader.read(NOON, NOW);
        HistoryReader.Slice second = reader.read(first.end(), NOW);

        assertThat(first.end()).isEqualTo(NOON.plusSeconds(1800));
        assertThat(second.end()).isNull();
        assertThat(ids(first)).containsExactly("m0", "m1");
        assertThat(ids(second)).containsExactly("m2", "m3");
    }

    @Test
    void slicesAreMadeWhenTheServiceDoesNotCount() {
        history.uncounted();
        fill(1000);

        HistoryReader.Slice slice = reader(150).read(NOON, NOW);

        assertThat(slice.messages()).hasSizeBetween(1, 150);
        assertThat(slice.end()).isBefore(NOW);
    }

    @Test
    void whatHappenedInOneSecondIsNotDivided() {
        IntStream.range(0, 50).forEach(i -> history.received("m" + i, NOON));

        assertThat(ids(reader(10).read(NOON, NOON.plusSeconds(2)))).hasSize(50);
    }

    @Test
    void aClockThatIsBehindTheServiceDoesNoHarm() {
        fill(50);

        assertThat(ids(reader(10).read(NOON, NOON.minusSeconds(60)))).isEqualTo(all(50));
    }

    @Test
    void aNumberThatStoresNothingIsAnErrorThatSaysWhatToChange() {
        server.answer(request ->
                new RecordingServer.Reply(200, "{\"messages\":[],\"total\":0,\"notice\":\"PII_RELAY_ONLY\"}"));

        assertThatThrownBy(() -> reader(10).read(NOON, NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PII_RELAY_ONLY")
                .hasMessageContaining("dashboard")
                .hasMessageContaining("privacy (PII) mode");
    }

    @Test
    void aServiceThatDoesNotKnowPagesIsNotAskedForEver() {
        server.answer(request ->
                new RecordingServer.Reply(200, "[{\"id\":\"a\",\"direction\":\"INBOUND\",\"conversationId\":\"c\"}]"));

        assertThat(ids(reader(10).read(NOON, NOW))).containsExactly("a");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anAnswerWithoutContentIsAnError() {
        server.answer(request -> new RecordingServer.Reply(200, ""));

        assertThatThrownBy(() -> reader(10).read(NOON, NOW)).isInstanceOf(PilotStatusTransportException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]x", "{\"messages\":7}", "{\"messages\":[7]}", "<html>"})
    void anAnswerThatIsNoPageIsAnError(String body) {
        server.answer(request -> new RecordingServer.Reply(200, body));

        assertThatThrownBy(() -> reader(10).read(NOON, NOW)).isInstanceOf(PilotStatusTransportException.class);
    }

    @Test
    void aServiceThatGivesTheSamePageAgainAndCountsMoreIsAnError() {
        server.answer(
                request -> new RecordingServer.Reply(
                        200,
                        "{\"messages\":[{\"id\":\"a\",\"direction\":\"INBOUND\",\"conversationId\":\"c\"}],\"total\":9,\"totalPages\":9}"));

        assertThatThrownBy(() -> reader(10).read(NOON, NOW))
                .isInstanceOf(PilotStatusException.class)
                .hasMessageContaining("the same page again");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void pagesThatShowFewerMessagesThanAreCountedAreReadAgain() {
        IntStream.range(0, 250).forEach(i -> history.received("m" + i, NOON));
        history.unstable();

        HistoryReader.Slice slice = reader(1000).read(NOON, NOW);
        assertThat(slice.whole()).isTrue();
        assertThat(ids(slice)).containsExactlyInAnyOrderElementsOf(all(250));
    }

    @Test
    void aCountThatIsNeverReachedEndsTheReadingAndIsToldOf() {
        fill(3);
        history.overcounting(1);

        HistoryReader.Slice slice = reader(1000).read(NOON, NOW);
        assertThat(slice.whole()).isFalse();
        assertThat(ids(slice)).containsExactly("m0", "m1", "m2");
        assertThat(server.requests()).hasSize(4);
    }
}
