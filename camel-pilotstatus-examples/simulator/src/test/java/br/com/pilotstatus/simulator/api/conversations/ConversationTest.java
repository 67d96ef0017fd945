/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.MessageStatus;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);

    private void customerWrites(String text) {
        simulator.inbound().text(CUSTOMER, text);
        simulator.clock().advance(Duration.ofSeconds(1));
    }

    private void numberAnswers(String more) {
        String id = client.send("{\"destinationNumber\":\"" + CUSTOMER + "\",\"text\":\"Hi\"" + more + "}")
                .body()
                .get("id")
                .textValue();
        simulator.clock().advance(Duration.ofSeconds(1));
        simulator.messages().awaitStatus(id, MessageStatus.READ, Duration.ofSeconds(5));
    }

    @Test
    void theHistoryHasBothDirectionsNewestFirst() {
        customerWrites("Hello");
        numberAnswers("");
        JsonNode messages = client.get("/messages/history").body().get("messages");
        assertThat(messages.findValuesAsText("direction")).containsExactly("OUTBOUND", "INBOUND");
        assertThat(messages.findValuesAsText("status")).containsExactly("READ", "RECEIVED");
    }

    @Test
    void theHistoryTellsTheTimeThatTheEventTold() {
        Map<String, String> told = new HashMap<>();
        // Many, since two readings of a clock mostly agree.
        for (int i = 0; i < 100; i++) {
            JsonNode event = simulator.inbound().text(CUSTOMER, "text " + i).data();
            told.put(event.get("id").textValue(), event.get("createdAt").textValue());
        }
        Map<String, String> listed = new HashMap<>();
        client.get("/messages/history?pageSize=100")
                .body()
                .get("messages")
                .forEach(message -> listed.put(
                        message.get("id").textValue(),
                        message.get("providerTimestamp").textValue()));
        assertThat(listed).isEqualTo(told);
    }

    @Test
    void theHistoryForgetsWhatIsOlderThanAMonth() {
        customerWrites("Hello");
        simulator.clock().advance(Duration.ofDays(31));
        assertThat(client.get("/messages/history").body().get("total").intValue())
                .isZero();
    }

    @Test
    void theHistoryComesInPages() {
        for (int i = 1; i <= 5; i++) {
            customerWrites("text " + i);
        }
        JsonNode page = client.get("/messages/history?page=2&pageSize=2").body();
        assertThat(page.get("messages").findValuesAsText("text")).containsExactly("text 3", "text 2");
        assertThat(page.get("total").intValue()).isEqualTo(5);
        assertThat(page.get("totalPages").intValue()).isEqualTo(3);
    }

    @Test
    void aDateRangeLimitsTheHistory() {
        customerWrites("early");
        simulator.clock().advance(Duration.ofHours(1));
        String from = simulator.clock().now().toString();
        customerWrites("late");
        JsonNode messages =
                client.get("/messages/history?startDate=" + from).body().get("messages");
        assertThat(messages.findValuesAsText("text")).containsExactly("late");
    }

    @Test
    void aDateRangeThatEndsBeforeItBeginsIsRefused() {
        Answer answer = client.get("/conversations?startDate=2026-02-01T00:00:00Z&endDate=2026-01-01T00:00:00Z");
        assertThat(answer.code()).isEqualTo("INVALID_DATE_RANGE");
    }

    @Test
    void anAnswerMarksWhatTheCustomerWroteAsRead() {
        customerWrites("one");
        customerWrites("two");
        assertThat(client.get("/messages/unread").body().get("total").intValue())
                .isEqualTo(2);
        numberAnswers("");
        assertThat(client.get("/messages/unread").body().get("total").intValue())
                .isZero();
    }

    @Test
    void anAnswerWithoutMarkReadLeavesItUnread() {
        customerWrites("one");
        numberAnswers(",\"markRead\":false");
        JsonNode conversation = client.get("/conversations").body().at("/conversations/0");
        assertThat(conversation.get("unreadCount").intValue()).isEqualTo(1);
        assertThat(conversation.get("lastMessagePreview").textValue()).isEqualTo("Hi");
    }

    @Test
    void aNumberSeesOnlyItsOwnConversations() {
        customerWrites("Hello");
        assertThat(ApiClient.ofMeta(simulator)
                        .get("/conversations")
                        .body()
                        .get("total")
                        .intValue())
                .isZero();
    }

    @Test
    void groupMessagesAreOfGroupsOnly() {
        customerWrites("Hello");
        simulator.inbound().group("1203@g.us", "Store team", CUSTOMER, "Stock is in");
        JsonNode messages = client.get("/messages/group").body().get("messages");
        assertThat(messages.findValuesAsText("groupName")).containsExactly("Store team");
    }

    @Test
    void aCustomerOptsInByWriting() {
        String path = "/messages/opt-in?destinationNumber=%2B5511977770000";
        assertThat(client.get(path).body().get("authorized").booleanValue()).isFalse();
        customerWrites("Hello");
        assertThat(client.get(path).body().get("authorized").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/history", "/messages/group", "/messages/unread", "/conversations"})
    void anAccountThatOnlyRelaysHasEmptyListsThatSaySo(String path) {
        customerWrites("Hello");
        simulator.configure(s -> s.with(s.contract().withRelayOnly(true)));
        JsonNode page = client.get(path).body();
        assertThat(page.get("total").intValue()).isZero();
        assertThat(page.get("notice").textValue()).isEqualTo("PII_RELAY_ONLY");
    }

    @Test
    void aListOfAnAccountThatStoresMessagesHasNoNotice() {
        assertThat(client.get("/messages/history").body().has("notice")).isFalse();
    }
}
