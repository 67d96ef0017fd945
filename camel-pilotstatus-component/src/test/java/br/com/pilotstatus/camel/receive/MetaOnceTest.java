/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static br.com.pilotstatus.camel.receive.WebhookRuntime.send;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.Background;
import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.model.WebhookEvent;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One happening runs once, in both forms and in every order, and each of an envelope by itself. */
class MetaOnceTest {

    private final ClaimStore inbox = new MemoryClaimStore();
    private WebhookRuntime runtime;

    @AfterEach
    void stop() {
        runtime.close();
    }

    private static String event(String name, String id, String wamid) {
        return "{\"event\":\"" + name + "\",\"data\":{\"id\":\"" + id + "\",\"messageId\":\"" + wamid
                + "\",\"from\":\"+5511977770000\",\"createdAt\":\"2026-08-01T15:00:00.000Z\"}}";
    }

    private static String status(String state, String wamid) {
        return "{\"id\":\"" + wamid + "\",\"status\":\"" + state
                + "\",\"timestamp\":\"1785596409\",\"recipient_id\":\"1\"}";
    }

    private static String message(String wamid, String more) {
        return "{\"id\":\"" + wamid + "\",\"from\":\"5511977770000\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}"
                + more + "}";
    }

    private static String envelope(String list, String... items) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\","
                + "\"value\":{\"" + list + "\":[" + String.join(",", items) + "]}}]}]}";
    }

    private void start(Processor step) throws Exception {
        runtime = WebhookRuntime.withServer();
        runtime.context().getRegistry().bind("shared", inbox);
        RouteBuilder.addRoutes(
                runtime.context(),
                route -> route.from(WebhookRuntime.FROM + "&inbox=#shared")
                        .process(step)
                        .to("mock:route"));
        runtime.context().start();
    }

    private List<WebhookEvent> processed() {
        return runtime.mock("route").getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(WebhookEvent.class))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "message.sent, false",
        "message.sent, true",
        "message.failed, false",
        "message.failed, true",
        "message.received, false",
        "message.received, true",
        "message.reply, false",
        "message.reply, true"
    })
    void bothFormsOfAHappeningRunOnceInEitherOrder(String name, boolean envelopeFirst) throws Exception {
        start(exchange -> {});
        String state = name.substring(name.indexOf('.') + 1);
        String envelope = switch (state) {
            case "received" -> envelope("messages", message("wamid.A", ""));
            case "reply" -> envelope("messages", message("wamid.A", ",\"context\":{\"id\":\"wamid.Q\"}"));
            default -> envelope("statuses", status(state, "wamid.A"));
        };
        String event = event(name, "cmq1", "wamid.A");

        assertAnswer(runtime.event(envelopeFirst ? envelope : event), 200);
        assertAnswer(runtime.event(envelopeFirst ? event : envelope), 200);
        assertAnswer(runtime.event(event), 200);
        assertAnswer(runtime.event(envelope), 200);
        assertThat(processed()).extracting(WebhookEvent::name).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"message.received, false", "message.received, true", "message.reply, false", "message.reply, true"})
    void oneFormMayCallAReplyWhatTheOtherDoesNot(String name, boolean envelopeFirst) throws Exception {
        start(exchange -> {});
        String quote = name.equals("message.reply") ? "" : ",\"context\":{\"id\":\"wamid.Q\"}";
        String envelope = envelope("messages", message("wamid.A", quote));
        String event = event(name, "cmq1", "wamid.A");

        assertAnswer(runtime.event(envelopeFirst ? envelope : event), 200);
        assertAnswer(runtime.event(envelopeFirst ? event : envelope), 200);
        assertThat(processed()).hasSize(1);
    }

    @Test
    void theFormThatComesWhileTheOtherRunsIsToComeAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        start(exchange -> {
            begun.countDown();
            assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
        });

        CompletableFuture<HttpResponse<String>> first =
                Background.supply(() -> send(runtime.event(event("message.received", "cmq1", "wamid.A"))));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertAnswer(runtime.event(envelope("messages", message("wamid.A", ""))), 503);
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertAnswer(runtime.event(envelope("messages", message("wamid.A", ""))), 200);
        assertThat(processed()).hasSize(1);
    }

    @Test
    void theOtherFormOfAnEventThatFailedRuns() throws Exception {
        Set<String> failed = ConcurrentHashMap.newKeySet();
        start(exchange -> {
            if (failed.add("once")) {
                throw new IllegalStateException("no database");
            }
        });

        assertAnswer(runtime.event(event("message.received", "cmq1", "wamid.A")), 500);
        assertAnswer(runtime.event(envelope("messages", message("wamid.A", ""))), 200);
        assertAnswer(runtime.event(event("message.received", "cmq1", "wamid.A")), 200);
        assertThat(processed()).hasSize(1);
        assertThat(inbox.open("/", 10)).isEmpty();
    }

    @Test
    void eventsWithIdsOfTheirOwnRunEachThoughTheyShareTheIdOfMeta() throws Exception {
        start(exchange -> {});

        assertAnswer(runtime.event(event("message.received", "cmq1", "wamid.A")), 200);
        assertAnswer(runtime.event(event("message.received", "cmq2", "wamid.A")), 200);
        assertThat(processed()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void aStateThatComesAfterALaterOneIsStaleInWhateverForm(boolean laterAsEnvelope, boolean earlierAsEnvelope)
            throws Exception {
        start(exchange -> {});
        String later = laterAsEnvelope
                ? envelope("statuses", status("read", "wamid.A"))
                : event("message.read", "cmq1", "wamid.A");
        String earlier = earlierAsEnvelope
                ? envelope("statuses", status("sent", "wamid.A"))
                : event("message.sent", "cmq1", "wamid.A");

        assertAnswer(runtime.event(later), 200);
        assertAnswer(runtime.event(earlier), 200);
        assertThat(runtime.mock("route").getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(PilotStatusConstants.EVENT_STALE))
                .containsExactly(false, true);
    }

    @Test
    void ofAnEnvelopeARepeatRunsTheRest() throws Exception {
        Set<String> failed = ConcurrentHashMap.newKeySet();
        start(exchange -> {
            String id = exchange.getMessage().getBody(WebhookEvent.class).whatsappMessageId();
            if (id.equals("wamid.B") && failed.add(id)) {
                throw new IllegalStateException("no database");
            }
        });
        String envelope =
                envelope("statuses", status("sent", "wamid.A"), status("sent", "wamid.B"), status("sent", "wamid.C"));

        assertAnswer(runtime.event(envelope), 500);
        assertThat(processed()).extracting(WebhookEvent::whatsappMessageId).containsExactly("wamid.A", "wamid.C");
        assertAnswer(runtime.event(envelope), 200);
        assertThat(processed())
                .extracting(WebhookEvent::whatsappMessageId)
                .containsExactly("wamid.A", "wamid.C", "wamid.B");
    }

    @Test
    void whatIsLeftOfAnEnvelopeRunsOnceToo() throws Exception {
        start(exchange -> {});
        String envelope = envelope("statuses", status("sent", "wamid.A"), "{\"status\":\"odd\"}");

        assertAnswer(runtime.event(envelope), 200);
        assertAnswer(runtime.event(envelope), 200);
        assertThat(processed())
                .extracting(WebhookEvent::name)
                .containsExactly("message.sent", WebhookEvent.META_ENVELOPE);
    }

    @Test
    void theStatesOfAMessageToAGroupRunForEachMember() throws Exception {
        start(exchange -> {});
        String status = "{\"id\":\"wamid.A\",\"status\":\"read\",\"recipient_id\":\"G\",\"recipient_type\":\"group\","
                + "\"recipient_participant_id\":\"";

        assertAnswer(runtime.event(envelope("statuses", status + "1\"}", status + "2\"}", status + "1\"}")), 200);
        assertThat(processed())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.groupId()).isEqualTo("G@g.us"));
    }

    @Test
    void anEnvelopeWithTooManyIsRefusedAndNothingOfItRuns() throws Exception {
        start(exchange -> {});
        String[] items = new String[1_001];
        for (int i = 0; i < items.length; i++) {
            items[i] = status("sent", "wamid." + i);
        }

        assertAnswer(runtime.event(envelope("statuses", items)), 400);
        assertThat(processed()).isEmpty();
    }
}
