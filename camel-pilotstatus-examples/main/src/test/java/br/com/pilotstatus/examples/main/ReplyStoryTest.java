/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import static br.com.pilotstatus.examples.main.Bridge.forAWhile;
import static br.com.pilotstatus.examples.main.Bridge.soon;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.examples.main.erp.Order;
import br.com.pilotstatus.examples.main.erp.Order.Note;
import br.com.pilotstatus.examples.main.erp.Order.State;
import br.com.pilotstatus.simulator.fault.Fault;
import br.com.pilotstatus.simulator.fault.FaultRule;
import br.com.pilotstatus.simulator.state.WebhookAttempt;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplyStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    static final Bridge BRIDGE = new Bridge();

    @Test
    void aReplyBecomesANoteOnTheOrder() {
        BRIDGE.customers().reply(messageOfOrder("41", "+5511977770041"), "Thanks!");

        soon().until(() -> !notes("41").isEmpty());
        assertThat(notes("41")).extracting(Note::text).containsExactly("Customer: Thanks!");
    }

    @Test
    void aReplyIsAnsweredToTheCustomer() {
        BRIDGE.customers().reply(messageOfOrder("42", "+5511977770042"), "Thanks!");

        soon().until(() -> answers("42", "+5511977770042") == 1);
    }

    @Test
    void aReplyThatComesTwiceIsNotedAndAnsweredOnce() {
        BRIDGE.customers().reply(messageOfOrder("43", "+5511977770043"), "Thanks!");
        WebhookAttempt first = BRIDGE.pilotStatus().webhooks().awaitAttempt(ReplyStoryTest::isDoneReply, PATIENCE);

        BRIDGE.pilotStatus().webhooks().redeliver(first);

        BRIDGE.pilotStatus()
                .webhooks()
                .awaitAttempt(attempt -> isDoneReply(attempt) && attempt.sequence() > first.sequence(), PATIENCE);
        forAWhile().until(() -> notes("43").size() == 1 && answers("43", "+5511977770043") == 1);
    }

    @Test
    void eachReplyIsNotedThoughItComesWithoutAnIdOfPilotStatus() throws Exception {
        String message = messageOfOrder("48", "+5511977770048");

        receive(olderReply("1", message));
        receive(olderReply("2", message));

        assertThat(notes("48")).hasSize(2);
    }

    @Test
    void anAnswerRefusedForNowGoesOutWhenTheEventComesAgain() {
        String message = messageOfOrder("44", "+5511977770044");
        BRIDGE.pilotStatus().faults().add(FaultRule.next(3, Fault.status(429)).on("sendMessage"));
        BRIDGE.customers().reply(message, "Thanks!");

        soon().until(() -> answers("44", "+5511977770044") == 1);

        assertThat(notes("44")).hasSize(1);
    }

    @Test
    void anAnswerOfUnknownOutcomeIsNotRepeated() {
        String message = messageOfOrder("45", "+5511977770045");
        BRIDGE.pilotStatus().faults().add(FaultRule.next(1, Fault.replyLost()).on("sendMessage"));
        BRIDGE.customers().reply(message, "Thanks!");

        BRIDGE.pilotStatus().webhooks().awaitAttempt(ReplyStoryTest::isDoneReply, PATIENCE);
        forAWhile().until(() -> notes("45").size() == 1 && answers("45", "+5511977770045") == 1);
    }

    @Test
    void aSenderWithoutAnOrderIsAcknowledgedOnce() {
        BRIDGE.customers().text("+5511977770046", "Hello?");
        BRIDGE.customers().text("+5511977770046", "Anybody there?");

        soon().until(() -> acknowledgements("+5511977770046") == 1);
        forAWhile().until(() -> acknowledgements("+5511977770046") == 1);
    }

    @Test
    void aReplyToAMessageThatWasNotAboutAnOrderIsAcknowledged() {
        BRIDGE.systems()
                .broker()
                .put("whatsapp", "{\"destinationNumber\": \"+5511977770047\", \"templateId\": \"welcome\"}");
        soon().until(() -> BRIDGE.sentTo("+5511977770047").size() == 1);

        BRIDGE.customers().reply(BRIDGE.sentTo("+5511977770047").get(0).id(), "Who is this?");

        soon().until(() -> acknowledgements("+5511977770047") == 1);
    }

    private static String olderReply(String id, String message) {
        return """
                {"event":"message.reply","data":{"from":"+5511977770048","destinationNumber":"+5511888880000",\
                "replyContent":"Thanks!","messageId":"wamid.%s","messageRepliedId":"%s"}}""".formatted(id, message);
    }

    private static void receive(String event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(BRIDGE.webhookUrl()))
                .version(Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(event))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String messageOfOrder(String id, String phone) {
        BRIDGE.systems().orders().enter(id, "Marina", phone, "Bulb", "R$ 10,00");
        soon().until(() -> order(id).state() == State.NOTIFIED);
        return order(id).messageId();
    }

    private static Order order(String id) {
        return BRIDGE.systems().orders().byId(id).orElseThrow();
    }

    private static List<Note> notes(String id) {
        return order(id).notes();
    }

    private static boolean isDoneReply(WebhookAttempt attempt) {
        return attempt.event().equals("message.reply") && attempt.isSuccess();
    }

    private static long answers(String id, String phone) {
        return texts(phone, "Thank you! We noted it on your order " + id + ".");
    }

    private static long acknowledgements(String phone) {
        return texts(phone, "Thank you for your message. Somebody will read it and come back to you.");
    }

    private static long texts(String phone, String text) {
        return BRIDGE.pilotStatus().ledger().to(phone).stream()
                .filter(entry -> entry.request().path("text").asText().equals(text))
                .count();
    }
}
