/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.event.EventKey;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryEventsTest {

    private static final String RECEIVED = """
            {"id":"cmq1in1","conversationId":"conv1","direction":"INBOUND","providerKind":"PILOT_STATUS",
             "externalMessageId":"3EB0AA","status":"RECEIVED","messageType":"text","origin":null,"text":"Hello",
             "participantName":"Marina","participantPhone":"+5511977770000","repliedToExternalId":null,"media":null,
             "providerTimestamp":"2026-08-01T12:00:01.000Z","createdAt":"2026-08-01T12:00:02.000Z"}""";
    private static final String SENT = """
            {"id":"cmq1out1","conversationId":"conv1","direction":"OUTBOUND","providerKind":"META",
             "externalMessageId":"wamid.A1","status":"READ","messageType":"text","origin":"Support","text":"Hi",
             "participantName":"Marina","participantPhone":"5511977770000","media":null,
             "sentAt":"2026-08-01T12:00:01.000Z","deliveredAt":"2026-08-01T12:00:02.000Z",
             "readAt":"2026-08-01T12:00:03.000Z",
             "providerTimestamp":"2026-08-01T12:00:01.000Z","createdAt":"2026-08-01T12:00:00.000Z"}""";

    private static HistoryMessage message(String json, String changes) {
        try {
            ObjectNode message = (ObjectNode) Json.mapper().readTree(json);
            JsonNode changed = Json.mapper().readTree(changes.replace('\'', '"'));
            message.setAll((ObjectNode) changed);
            return Json.mapper().treeToValue(message, HistoryMessage.class);
        } catch (IOException e) {
            throw new AssertionError("No JSON", e);
        }
    }

    private static List<WebhookEvent> events(String json, String changes) {
        return new HistoryEvents("num1").of(message(json, changes));
    }

    private static WebhookEvent only(String json, String changes) {
        List<WebhookEvent> events = events(json, changes);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void aMessageThatCameInIsReceived() {
        WebhookEvent event = only(RECEIVED, "{}");

        assertThat(event.name()).isEqualTo("message.received");
        assertThat(event.id()).isEqualTo("cmq1in1");
        assertThat(event.whatsappMessageId()).isEqualTo("3EB0AA");
        assertThat(event.from()).isEqualTo("+5511977770000");
        assertThat(event.participantName()).isEqualTo("Marina");
        assertThat(event.text()).isEqualTo("Hello");
        assertThat(event.type()).isEqualTo("text");
        assertThat(event.numberId()).isEqualTo("num1");
        assertThat(event.createdAt()).isEqualTo(Instant.parse("2026-08-01T12:00:01Z"));
        assertThat(event.media()).isNull();
        assertThat(event.status()).isNull();
        assertThat(event.data()).containsEntry("fromMe", false);
    }

    @Test
    void aMessageThatQuotesAnotherIsAReply() {
        WebhookEvent event = only(RECEIVED, "{'repliedToExternalId':'wamid.A1'}");

        assertThat(event.name()).isEqualTo("message.reply");
        assertThat(event.quotedMessageId()).isEqualTo("wamid.A1");
    }

    @Test
    void aMessageThatQuotesNothingIsNoReply() {
        assertThat(only(RECEIVED, "{'repliedToExternalId':' '}").name()).isEqualTo("message.received");
    }

    @Test
    void aMessageTellsEachStateThatItHasReachedInOrder() {
        List<WebhookEvent> events = events(SENT, "{}");

        assertThat(events)
                .extracting(WebhookEvent::name)
                .containsExactly("message.sent", "message.delivered", "message.read");
        assertThat(events).extracting(WebhookEvent::status).containsExactly("SENT", "DELIVERED", "READ");
        assertThat(events)
                .extracting(WebhookEvent::createdAt)
                .containsExactly(
                        Instant.parse("2026-08-01T12:00:01Z"),
                        Instant.parse("2026-08-01T12:00:02Z"),
                        Instant.parse("2026-08-01T12:00:03Z"));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.messageId()).isEqualTo("cmq1out1");
            assertThat(event.whatsappMessageId()).isEqualTo("wamid.A1");
            assertThat(event.to()).isEqualTo("+5511977770000");
            assertThat(event.text()).isEqualTo("Hi");
            assertThat(event.data()).containsEntry("fromMe", true);
        });
    }

    @Test
    void aMessageThatWaitsTellsNothing() {
        assertThat(events(SENT, "{'status':'QUEUED','sentAt':null,'deliveredAt':null,'readAt':null}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SENT,message.sent", "delivered,message.delivered", "READ,message.read", "FAILED,message.failed"})
    void aStateIsToldEvenWithoutItsTime(String status, String event) {
        assertThat(events(SENT, "{'status':'" + status + "','sentAt':null,'deliveredAt':null,'readAt':null}"))
                .extracting(WebhookEvent::name)
                .containsExactly(event);
    }

    @Test
    void aMessageThatFailedAfterItWasSentTellsBoth() {
        List<WebhookEvent> events = events(SENT, "{'status':'FAILED','deliveredAt':null,'readAt':null}");

        assertThat(events).extracting(WebhookEvent::name).containsExactly("message.sent", "message.failed");
        assertThat(events.get(1).createdAt()).isNull();
    }

    @Test
    void aCanceledMessageTellsNothingAsNoWebhookDoes() {
        assertThat(events(SENT, "{'status':'CANCELED','sentAt':null,'deliveredAt':null,'readAt':null}"))
                .isEmpty();
    }

    @Test
    void mediaThatCameInBearTheNamesOfWebhooks() {
        WebhookEvent event = only(RECEIVED, """
                {'messageType':'image','text':'My garden','media':{'provider':'META','id':'media1',
                 'url':'https://media.example.com/1','mimeType':'image/jpeg','fileName':'garden.jpg'}}""");

        assertThat(event.type()).isEqualTo("image");
        assertThat(event.media().type()).isEqualTo("image");
        assertThat(event.media().id()).isEqualTo("media1");
        assertThat(event.media().link()).isEqualTo("https://media.example.com/1");
        assertThat(event.media().fileName()).isEqualTo("garden.jpg");
        assertThat(event.media().caption()).isEqualTo("My garden");
        assertThat(event.data().get("media"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("mimeType", "image/jpeg");
    }

    @Test
    void whatWebhooksDoNotHaveIsKeptUnderTheNamesOfTheHistory() {
        assertThat(only(RECEIVED, "{'labels':['vip']}").data())
                .containsEntry("conversationId", "conv1")
                .containsEntry("direction", "INBOUND")
                .containsEntry("providerKind", "PILOT_STATUS")
                .containsEntry("labels", List.of("vip"));
    }

    @Test
    void aFieldThatTheHistoryGainsFillsWhatIsMissingAndReplacesNothing() {
        WebhookEvent event = events(
                        SENT,
                        "{'status':'FAILED','sentAt':null,'deliveredAt':null,'readAt':null,"
                                + "'errorCode':'DELIVERY_TIMEOUT','content':'other','fromMe':false}")
                .get(0);

        assertThat(event.errorCode()).isEqualTo("DELIVERY_TIMEOUT");
        assertThat(event.text()).isEqualTo("Hi");
        assertThat(event.fromMe()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "5511977770000,+5511977770000",
        "+5511977770000,+5511977770000",
        "BR.1234567890,BR.1234567890",
        "120363000000@g.us,120363000000@g.us"
    })
    void onlyAPlainPhoneNumberGetsThePlusOfWebhooks(String phone, String from) {
        assertThat(only(RECEIVED, "{'participantPhone':'" + phone + "'}").from())
                .isEqualTo(from);
    }

    @Test
    void aMessageOfUnknownDirectionIsNotUnderstood() {
        assertThat(HistoryEvents.understands(message(RECEIVED, "{'direction':'SIDEWAYS'}")))
                .isFalse();
        assertThat(events(RECEIVED, "{'direction':null}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INBOUND", "OUTBOUND"})
    void aMessageWithNothingButWhatIsPromisedIsNoObstacle(String direction) {
        HistoryMessage bare = message("{}", "{'id':'a','conversationId':'b','direction':'" + direction + "'}");

        assertThat(HistoryEvents.understands(bare)).isTrue();
        assertThat(new HistoryEvents(null).of(bare))
                .allSatisfy(event -> assertThat(event.data()).containsEntry("id", "a"));
    }

    @Test
    void theEventIsCompleteAsJson() throws IOException {
        WebhookEvent event = only(RECEIVED, "{}");

        assertThat(WebhookEvent.of(Json.mapper().readTree(event.json()))).isEqualTo(event);
    }

    @Test
    void aRepeatHasTheKeyOfTheFirstWhateverElseHasChanged() {
        String early = "{'status':'SENT','deliveredAt':null,'readAt':null}";

        assertThat(key(events(SENT, early).get(0)))
                .isEqualTo(key(events(SENT, "{}").get(0)));
    }

    private static EventKey key(WebhookEvent event) {
        return EventKey.of("poll|a", event, event.json().getBytes(UTF_8));
    }

    @Test
    void theKeysOfAMessageAreFreeOfPersonalData() {
        assertThat(events(SENT, "{}"))
                .allSatisfy(event -> assertThat(key(event).value()).doesNotContain("977770000", "Marina", "Hi"));
        assertThat(key(only(RECEIVED, "{}")).value()).doesNotContain("977770000", "Marina", "Hello");
    }
}
