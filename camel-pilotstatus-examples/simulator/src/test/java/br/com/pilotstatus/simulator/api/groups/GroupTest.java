/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.groups;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupTest {

    private static final String CUSTOMER = "+5511977770000";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient meta = ApiClient.ofMeta(simulator);

    private String created(ApiClient as) {
        String json = "{\"subject\":\"Store team\",\"participants\":[\"5511977770000\"]}";
        return as.call("POST", "/groups", json).body().get("id").textValue();
    }

    private static String path(String id) {
        return "/groups/" + id.replace("@", "%40");
    }

    private JsonNode dashboard(String query) {
        return client.get("/analytics/dashboard" + query).body();
    }

    @Test
    void aNewGroupIsListedAndCanBeSentTo() {
        String id = created(client);
        assertThat(client.get("/groups").body().get("groups").findValuesAsText("name"))
                .containsExactly("Store team");
        assertThat(client.send("{\"groupId\":\"" + id + "\",\"text\":\"Hello\"}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void theNumberItselfIsTheAdministrator() {
        JsonNode participants = client.get(path(created(client))).body().get("participants");
        assertThat(participants.findValuesAsText("role")).containsExactly("admin", "member");
    }

    @Test
    void participantsComeAndGo() {
        String path = path(created(client));
        client.call("POST", path + "/participants", "{\"participants\":[\"5511977770001\",\"5511977770000\"]}");
        client.call("DELETE", path + "/participants", "{\"participants\":[\"+5511977770000\"]}");
        assertThat(client.get(path).body().get("participants").findValuesAsText("number"))
                .containsExactly(simulator.number(Provider.PILOT_STATUS).number(), "5511977770001");
    }

    @Test
    void anotherNumberDoesNotSeeTheGroup() {
        simulator.configure(s -> s.with(s.contract().withMetaGroups(true)));
        assertThat(meta.get(path(created(client))).code()).isEqualTo("GROUP_NOT_FOUND");
    }

    @Test
    void aMetaNumberNeedsToBeEligible() {
        assertThat(meta.get("/groups").code()).isEqualTo("META_GROUPS_NOT_ELIGIBLE");
        simulator.configure(s -> s.with(s.contract().withMetaGroups(true)));
        assertThat(meta.get(path(created(meta))).status()).isEqualTo(200);
    }

    @Test
    void aNumberWithoutConnectionHasNoGroups() {
        simulator.numbers().disconnect(simulator.numberId());
        assertThat(client.get("/groups").code()).isEqualTo("WHATSAPP_INSTANCE_NOT_CONNECTED");
    }

    @Test
    void aNewsletterThatPublishedIsListed() {
        simulator.inbound().newsletter("1203@newsletter", "News", CUSTOMER, "Opening hours");
        assertThat(client.get("/newsletters").body().get("newsletters").findValuesAsText("id"))
                .contains("1203@newsletter");
    }

    @Test
    void mediaOfAMetaNumberCanBeFetchedForSomeMinutes() {
        JsonNode data = simulator
                .inbound(simulator.number(Provider.META).id())
                .media(CUSTOMER, "document", "https://example.com/a.pdf", null, "a.pdf")
                .data();
        String path = "/media/" + data.get("mediaId").textValue() + "?phoneNumberId="
                + data.get("phoneNumberId").textValue();
        JsonNode media = meta.get(path).body();
        assertThat(media.get("mimeType").textValue()).isEqualTo("application/pdf");
        byte[] bytes = Base64.getDecoder()
                .decode(media.get("base64").textValue().substring("data:application/pdf;base64,".length()));
        assertThat(bytes).startsWith('%', 'P', 'D', 'F');
        simulator.clock().advance(Duration.ofMinutes(6));
        assertThat(meta.get(path).status()).isEqualTo(404);
    }

    @Test
    void theDashboardCountsWhatWasSentAndWhatFailed() {
        client.sendText(CUSTOMER);
        client.sendText("+5511900000203");
        client.sendText("+5511900000102");
        simulator.clock().advance(Duration.ofMinutes(1));
        JsonNode dashboard = dashboard("?period=7d");
        assertThat(dashboard.get("totalSent").intValue()).isEqualTo(1);
        assertThat(dashboard.get("totalFailed").intValue()).isEqualTo(1);
        assertThat(dashboard.get("statusDistribution"))
                .hasToString("{\"queued\":1,\"sent\":0,\"failed\":1,\"read\":1}");
        assertThat(dashboard.get("dailyMessages")).hasSize(7);
    }

    @Test
    void theDashboardComparesWithThePeriodBefore() {
        client.sendText(CUSTOMER);
        client.sendText(CUSTOMER);
        simulator.clock().advance(Duration.ofDays(8));
        client.sendText(CUSTOMER);
        simulator.clock().advance(Duration.ofMinutes(1));
        assertThat(dashboard("?period=7d").get("sentPercentChange").doubleValue())
                .isEqualTo(-50.0);
    }
}
