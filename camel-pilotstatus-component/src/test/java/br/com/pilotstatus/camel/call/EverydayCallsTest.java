/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.PilotStatusConflictException;
import br.com.pilotstatus.camel.error.PilotStatusNotFoundException;
import br.com.pilotstatus.camel.model.Call;
import br.com.pilotstatus.camel.model.Conversation;
import br.com.pilotstatus.camel.model.Group;
import br.com.pilotstatus.camel.model.GroupMessage;
import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.MediaDownload;
import br.com.pilotstatus.camel.model.OptIn;
import br.com.pilotstatus.camel.model.Page;
import br.com.pilotstatus.camel.model.Template;
import br.com.pilotstatus.camel.model.UnreadMessage;
import br.com.pilotstatus.simulator.state.Provider;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** The calls of every day against the simulator: what is asked for arrives, and in its own type. */
class EverydayCallsTest extends SimulatorTestSupport {

    private static final String CUSTOMER = "+5511977770000";

    private <T> T ask(String call, Object body, Class<T> type) {
        Exchange exchange = send("pilotstatus:" + call, body);
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isInstanceOf(type);
        return type.cast(exchange.getMessage().getBody());
    }

    private <T> T ask(String call, Class<T> type) {
        return ask(call, null, type);
    }

    private static String metaKey() {
        return simulator().number(Provider.META).key().value();
    }

    @Test
    void theHistoryHoldsBothDirections() {
        simulator().inbound().text(CUSTOMER, "Hello");
        send("pilotstatus:send?to=" + CUSTOMER, "Hi");
        Page<?> page = ask("messages-history", Page.class);
        assertThat(page.items())
                .extracting(item -> ((HistoryMessage) item).direction())
                .containsExactlyInAnyOrder("INBOUND", "OUTBOUND");
        assertThat(page.total()).isEqualTo(2);
    }

    @Test
    void theWholeHistoryIsOneListOverSeveralPages() {
        for (int i = 0; i < 5; i++) {
            simulator().inbound().text(CUSTOMER, "Hello " + i);
        }
        List<?> all = ask("messages-history?pages=all&param.pageSize=2", List.class);
        assertThat(all)
                .extracting(item -> ((HistoryMessage) item).text())
                .contains("Hello 0", "Hello 4")
                .hasSize(5);
    }

    @Test
    void messagesOfGroupsAreRead() {
        simulator().inbound().group("1203@g.us", "Store team", CUSTOMER, "Stock is in");
        assertThatObject(ask("messages-group", Page.class).items())
                .asInstanceOf(LIST)
                .extracting(item -> ((GroupMessage) item).content())
                .containsExactly("Stock is in");
    }

    @Test
    void unreadMessagesAreRead() {
        simulator().inbound().media(CUSTOMER, "image", "https://example.com/a.jpg", "Look", "a.jpg");
        UnreadMessage unread =
                (UnreadMessage) ask("messages-unread", Page.class).items().get(0);
        assertThat(unread.from()).isEqualTo(CUSTOMER);
        assertThat(unread.media().url()).isEqualTo("https://example.com/a.jpg");
    }

    @Test
    void conversationsAreRead() {
        simulator().inbound().text(CUSTOMER, "Hello");
        Conversation conversation =
                (Conversation) ask("conversations-list", Page.class).items().get(0);
        assertThat(conversation.type()).isEqualTo("DIRECT");
        assertThat(conversation.unreadCount()).isEqualTo(1);
    }

    @Test
    void anOptInIsChecked() {
        simulator().inbound().text(CUSTOMER, "Hello");
        assertThat(ask("messages-opt-in?param.destinationNumber=" + CUSTOMER, OptIn.class)
                        .authorized())
                .isTrue();
    }

    @Test
    void aTemplateIsCreatedChangedAndDeleted() {
        Map<String, Object> created = Map.of(
                "name",
                "back_in_stock",
                "category",
                "UTILITY",
                "body",
                Map.of("body", Map.of("text", "Hello {{name}}, it is back.")),
                "examples",
                Map.of("name", "Marina"));
        assertThat(ask("templates-create", created, Template.class).name()).isEqualTo("back_in_stock");
        ask("templates-update?id=back_in_stock", Map.of("body", "It is back."), Template.class);
        assertThatObject(ask("templates-delete?id=back_in_stock&confirm=true", Map.class))
                .asInstanceOf(MAP)
                .containsEntry("deleted", true);
        assertThat(send("pilotstatus:templates-get?id=back_in_stock", null).getException())
                .isInstanceOf(PilotStatusNotFoundException.class);
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        assertThat(send("pilotstatus:templates-create", Map.of("name", "welcome", "body", "Hi there."))
                        .getException())
                .isInstanceOf(PilotStatusConflictException.class);
    }

    @Test
    void aGroupIsMadeAndItsParticipantsChange() {
        String id = ask(
                        "groups-create",
                        Map.of("subject", "Store team", "participants", List.of("(11) 97777-0001")),
                        Group.class)
                .id();
        ask("groups-participants-add?param.participants=" + CUSTOMER + "&id=" + id, Map.class);
        ask("groups-participants-remove?param.participants=+55 11 97777-0001&id=" + id, Map.class);
        Group group = ask("groups-get?id=" + id, Group.class);
        assertThat(group.subject()).isEqualTo("Store team");
        assertThat(group.participants()).asString().contains("5511977770000").doesNotContain("5511977770001");
        assertThatObject(ask("groups-list", List.class))
                .asInstanceOf(LIST)
                .extracting(item -> ((Group) item).id())
                .contains(id);
    }

    @Test
    void channelsAreListed() {
        assertThatObject(ask("newsletters-list", List.class)).isNotNull();
    }

    @Test
    void mediaOfAMetaNumberIsFetched() {
        var event = simulator()
                .inbound(simulator().number(Provider.META).id())
                .media(CUSTOMER, "image", "https://example.com/a.jpg", null, "a.jpg")
                .data();
        MediaDownload media = ask(
                "media-get?apiKey=" + metaKey() + "&id=" + event.get("mediaId").textValue() + "&param.phoneNumberId="
                        + event.get("phoneNumberId").textValue(),
                MediaDownload.class);
        assertThat(media.base64()).startsWith("data:image/");
    }

    @Test
    void theDashboardIsRead() {
        send("pilotstatus:send?to=" + CUSTOMER, "Hi");
        assertThatObject(ask("analytics-dashboard?param.period=7d&param.tz=America/Sao_Paulo", Map.class))
                .asInstanceOf(MAP)
                .containsKeys("totalSent", "dailyMessages", "statusDistribution");
    }

    @Test
    void aCallIsStartedFoundAndListed() {
        Call started = ask("calls-start?param.to=" + CUSTOMER, Call.class);
        assertThat(ask("calls-get?id=" + started.id(), Call.class).peerNumber()).contains("5511977770000");
        assertThatObject(ask("calls-list?param.limit=1", List.class))
                .asInstanceOf(LIST)
                .extracting(item -> ((Call) item).id())
                .containsExactly(started.id());
    }

    @Test
    void anyPathOfTheServiceIsReached() {
        assertThatObject(ask("request?requestPath=/templates/{id}&param.id=welcome", Map.class))
                .asInstanceOf(MAP)
                .containsEntry("name", "welcome");
    }
}
