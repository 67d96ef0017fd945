/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.RecordingTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusException;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.Page;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that come in pages: one, all, or one element after the other. */
class PagesTest extends RecordingTestSupport {

    private static final int TOTAL = 5;

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stream")
                        .to("pilotstatus:messages-history?pages=iterator&param.pageSize=2")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .to("mock:each");
            }
        };
    }

    @BeforeEach
    void servePages() {
        server.answer(request -> page(parameter(request, "page", 1), parameter(request, "pageSize", 30)));
    }

    private static int parameter(RecordingServer.Request request, String name, int otherwise) {
        Matcher found = Pattern.compile("[?&]" + name + "=([0-9]+)").matcher(request.target());
        return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
    }

    private static RecordingServer.Reply page(int page, int size) {
        String messages = IntStream.rangeClosed(1 + (page - 1) * size, Math.min(TOTAL, page * size))
                .mapToObj(i -> "{\"id\":\"m%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        return new RecordingServer.Reply(
                200,
                "{\"messages\":[%s],\"total\":%d,\"page\":%d,\"pageSize\":%d,\"totalPages\":%d}"
                        .formatted(messages, TOTAL, page, size, (TOTAL + size - 1) / size));
    }

    private static List<String> ids(Iterable<?> messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> ((HistoryMessage) message).id())
                .toList();
    }

    @Test
    void onePageIsTheDefault() {
        Page<?> page = send("pilotstatus:messages-history?param.page=2&param.pageSize=2", null)
                .getMessage()
                .getBody(Page.class);
        assertThat(ids(page.items())).containsExactly("m3", "m4");
        assertThat(page).extracting(Page::total, Page::page, Page::totalPages).containsExactly(TOTAL, 2, 3);
        assertThat(server.only().line()).isEqualTo("GET /v1/messages/history?page=2&pageSize=2");
    }

    @Test
    void allPagesMakeOneList() {
        List<?> all = send("pilotstatus:messages-history?pages=all&param.pageSize=2", null)
                .getMessage()
                .getBody(List.class);
        assertThat(ids(all)).containsExactly("m1", "m2", "m3", "m4", "m5");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void allPagesAreLargeUnlessTheRouteSaysOtherwise() {
        send("pilotstatus:messages-history?pages=all", null);
        assertThat(server.only().target()).endsWith("pageSize=100");
    }

    @Test
    void laterPagesAreAskedForLikeTheFirst() {
        send(
                "pilotstatus:messages-history?pages=all",
                null,
                Map.of(
                        PilotStatusConstants.PARAMS,
                        Map.of("startDate", "2026-01-02T03:04:05Z", "pageSize", 2, "page", 2)));
        assertThat(server.requests())
                .extracting(RecordingServer.Request::target)
                .containsExactly(
                        "/v1/messages/history?startDate=2026-01-02T03%3A04%3A05Z&page=2&pageSize=2",
                        "/v1/messages/history?startDate=2026-01-02T03%3A04%3A05Z&page=3&pageSize=2");
    }

    @Test
    void aListEndsAtItsBoundWithoutFetchingMore() {
        List<?> all = send("pilotstatus:messages-history?pages=all&param.pageSize=2&maxItems=2", null)
                .getMessage()
                .getBody(List.class);
        assertThat(ids(all)).containsExactly("m1", "m2");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aFailureOnALaterPageFailsTheCall() {
        server.answer(request -> request.target().contains("page=2")
                ? new RecordingServer.Reply(404, "{\"error\":\"gone\",\"code\":\"GONE\"}")
                : page(1, 2));
        Exchange exchange = send("pilotstatus:messages-history?pages=all&param.pageSize=2", "kept");
        assertThat(exchange.getException()).isInstanceOf(PilotStatusNotFoundException.class);
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.ERROR_CODE))
                .isEqualTo("GONE");
        assertThat(exchange.getMessage().getBody()).isEqualTo("kept");
    }

    @Test
    void anIteratorFetchesAPageWhenItIsReached() {
        Iterator<?> iterator = send("pilotstatus:messages-history?pages=iterator&param.pageSize=2", null)
                .getMessage()
                .getBody(Iterator.class);
        iterator.next();
        assertThat(iterator.hasNext()).isTrue();
        iterator.next();
        assertThat(server.requests()).hasSize(1);
        assertThat(((HistoryMessage) iterator.next()).id()).isEqualTo("m3");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aClosedIteratorFetchesNothing() throws Exception {
        Iterator<?> iterator = send("pilotstatus:messages-history?pages=iterator&param.pageSize=2", null)
                .getMessage()
                .getBody(Iterator.class);
        ((Closeable) iterator).close();
        assertThat(iterator.hasNext()).isFalse();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRouteSplitsWithoutHoldingTheWholeList() throws Exception {
        MockEndpoint each = getMockEndpoint("mock:each");
        each.expectedMessageCount(TOTAL);
        assertThat(send("direct:stream", null).getException()).isNull();
        each.assertIsSatisfied();
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aFailureWhileIteratingReachesTheRoute() {
        server.answer(
                request -> request.target().contains("page=2") ? new RecordingServer.Reply(400, "{}") : page(1, 2));
        Exchange exchange = send("direct:stream", null);
        assertThat(exchange.getException(PilotStatusException.class)).hasMessageContaining("was answered with 400");
    }

    @Test
    void anElementPushedOntoTheNextPageComesOnce() {
        server.answer(request -> new RecordingServer.Reply(
                200,
                request.target().contains("page=2")
                        ? "{\"messages\":[{\"id\":\"m2\"},{\"id\":\"m3\"}],\"total\":4,\"totalPages\":2}"
                        : "{\"messages\":[{\"id\":\"m1\"},{\"id\":\"m2\"}],\"total\":3,\"totalPages\":2}"));
        List<?> all = send("pilotstatus:messages-history?pages=all", null)
                .getMessage()
                .getBody(List.class);
        assertThat(ids(all)).containsExactly("m1", "m2", "m3");
    }

    @Test
    void aListWithoutCountsEndsAtAnEmptyPage() {
        server.answer(request -> new RecordingServer.Reply(
                200, request.target().contains("page=2") ? "{\"messages\":[]}" : "[{\"id\":\"m1\"}]"));
        List<?> all = send("pilotstatus:messages-history?pages=all", null)
                .getMessage()
                .getBody(List.class);
        assertThat(ids(all)).containsExactly("m1");
    }

    @Test
    void onePlaceForCallsIsEnough() {
        List<?> all = send("pilotstatus:messages-history?pages=all&param.pageSize=1&maxInFlight=1", null)
                .getMessage()
                .getBody(List.class);
        assertThat(all).hasSize(TOTAL);
    }

    @Test
    void aListWithoutPagesTakesNoSuchOption() {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:templates-list?pages=all"))
                .hasMessageContaining("has no pages");
    }

    private static RecordingServer.Reply endless(String items) {
        return new RecordingServer.Reply(
                200, "{\"messages\":[%s],\"total\":1000000,\"totalPages\":10000}".formatted(items));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "iterator"})
    void aServiceThatGivesTheSamePageAgainIsNotAskedForEver(String pages) {
        server.answer(request -> endless("{\"id\":\"m1\"},{\"id\":\"m2\"}"));
        Object list = send("pilotstatus:messages-history?pages=" + pages, null)
                .getMessage()
                .getBody();
        List<Object> items = new ArrayList<>();
        (list instanceof Iterator<?> iterator ? iterator : ((List<?>) list).iterator()).forEachRemaining(items::add);
        assertThat(items).hasSize(2);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aServiceThatGivesTwoPagesInTurnIsNotAskedForEver() {
        server.answer(request -> endless("{\"id\":\"m%d\"}".formatted(parameter(request, "page", 1) % 2)));
        assertThat(send("pilotstatus:messages-history?pages=all", null)
                        .getMessage()
                        .getBody())
                .asInstanceOf(LIST)
                .hasSize(2);
    }

    @Test
    void aListThatGrowsByAPageWhileItIsReadIsReadToItsEnd() {
        server.answer(request -> switch (parameter(request, "page", 1)) {
            case 1 -> new RecordingServer.Reply(200, "{\"messages\":[{\"id\":\"m1\"}],\"total\":2,\"totalPages\":2}");
            case 2 -> new RecordingServer.Reply(200, "{\"messages\":[{\"id\":\"m1\"}],\"total\":3,\"totalPages\":3}");
            default -> new RecordingServer.Reply(200, "{\"messages\":[{\"id\":\"m2\"}],\"total\":3,\"totalPages\":3}");
        });
        assertThat(ids(send("pilotstatus:messages-history?pages=all", null)
                        .getMessage()
                        .getBody(List.class)))
                .containsExactly("m1", "m2");
    }

    @Test
    void noThreadWaitsForALaterPage() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        server.answer(request -> {
            if (parameter(request, "page", 1) > 1) {
                awaitQuietly(answered);
            }
            return page(parameter(request, "page", 1), 2);
        });
        List<CompletableFuture<Exchange>> lists = IntStream.range(0, 20)
                .mapToObj(i ->
                        template.asyncSend("pilotstatus:messages-history?pages=all&param.pageSize=2", exchange -> {}))
                .toList();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> server.requests().size() == 40);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().contains("PilotStatus")
                            && thread.getState() == Thread.State.WAITING
                            && Arrays.stream(thread.getStackTrace())
                                    .anyMatch(frame -> frame.getClassName().contains("pilotstatus")))
                    .isEmpty();
        } finally {
            answered.countDown();
        }
        assertThat(lists)
                .allSatisfy(list -> assertThat(list.join().getMessage().getBody())
                        .asInstanceOf(LIST)
                        .hasSize(TOTAL));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
