/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTest {

    private static final String NEW = "{\"name\":\"Branch\",\"number\":\"+5511988880002\"}";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient tenant = ApiClient.ofTenant(simulator);
    private final ApiClient anyone = ApiClient.at(simulator.baseUrl());

    private String created() {
        return tenant.call("POST", "/numbers", NEW).body().at("/instance/id").textValue();
    }

    private String state(String path) {
        return tenant.get(path + "/status").body().path("state").asText();
    }

    private String pairing() {
        String token = tenant.call("POST", "/numbers/remote-pairing", NEW)
                .body()
                .get("remotePairingToken")
                .textValue();
        return "/remote-pairing/" + token;
    }

    @Test
    void aNewNumberIsConnectedOnceItsCodeIsScanned() {
        String path = "/numbers/" + created();
        assertThat(state(path)).isEqualTo("CONNECTING");
        simulator.clock().advance(Duration.ofSeconds(2));
        assertThat(state(path)).isEqualTo("OPEN");
    }

    @Test
    void aNewNumberCanSendWithItsOwnKey() {
        created();
        String id = simulator.numbers().list().get(2).id();
        simulator.clock().advance(Duration.ofSeconds(2));
        String key = tenant.get("/api-keys").body().at("/2/key").textValue();
        assertThat(anyone.with("x-api-key", key).sendText("+5511977770000")).isNotBlank();
        assertThat(simulator.ledger().entries().get(0).numberId()).isEqualTo(id);
    }

    @Test
    void aNumberBelongsToTheAccountOnce() {
        created();
        Answer again = tenant.call("POST", "/numbers", NEW);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).isEqualTo("{\"error\":\"Number already exists\"}");
    }

    @Test
    void theIdOfAnInstanceIsNoIdOfANumber() {
        String instance = created();
        assertThat(tenant.get("/numbers/" + instance).code()).isEqualTo("NUMBER_NOT_FOUND");
        assertThat(tenant.with("x-whatsapp-number-id", instance)
                        .get("/messages/unread")
                        .status())
                .isEqualTo(403);
        assertThat(tenant.get("/numbers").body().at("/2/id").textValue())
                .isEqualTo(simulator.numbers().list().get(2).id())
                .isNotEqualTo(instance);
    }

    @ParameterizedTest
    @CsvSource({"false, 200", "true, 404"})
    void aNumberIsConnectedByItsOwnIdUnlessTheSettingForbidsIt(boolean strict, int status) {
        simulator.configure(s -> s.with(s.contract().withInstanceIds(strict)));
        assertThat(tenant.get("/numbers/" + simulator.numberId() + "/status").status())
                .isEqualTo(status);
    }

    @Test
    void aNumberIsLoggedOutByItsInstance() {
        simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/", "number.disconnected");
        String instance = simulator.number(Provider.PILOT_STATUS).instanceId();
        assertThat(client.call("POST", "/numbers/" + instance + "/logout", null).status())
                .isEqualTo(200);
        assertThat(state("/numbers/" + instance)).isEqualTo("CLOSE");
        simulator
                .webhooks()
                .awaitAttempt(attempt -> attempt.event().equals("number.disconnected"), Duration.ofSeconds(5));
    }

    @Test
    void theSettingsOfANumberAreKept() {
        String path = "/numbers/" + simulator.numberId();
        client.call("PATCH", path, "{\"settings\":{\"rejectCall\":true}}");
        JsonNode settings = client.call("PATCH", path, "{\"settings\":{\"ignoreGroups\":true}}")
                .body()
                .get("settings");
        assertThat(settings).hasToString("{\"rejectCall\":true,\"ignoreGroups\":true}");
    }

    @Test
    void aNumberWithoutConnectionGetsANewCode() {
        simulator.numbers().disconnect(simulator.numberId());
        String path = "/numbers/" + simulator.numberId();
        assertThat(client.get(path + "/connect").body().get("pairingCode").textValue())
                .matches("[0-9A-F]{4}-[0-9A-F]{4}");
        simulator.clock().advance(Duration.ofSeconds(2));
        assertThat(client.get(path + "/connect").status()).isEqualTo(409);
    }

    @Test
    void aConnectedNumberIsReportedToItsWebhooks() {
        simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/", "number.connected");
        simulator.numbers().disconnect(simulator.numberId());
        client.get("/numbers/" + simulator.numberId() + "/connect");
        simulator.clock().advance(Duration.ofSeconds(2));
        assertThat(simulator
                        .webhooks()
                        .awaitAttempt(a -> a.event().equals("number.connected"), Duration.ofSeconds(5))
                        .payload())
                .contains("\"state\":\"OPEN\"");
    }

    @Test
    void aRemovedNumberTakesItsKeyAndItsWebhooksWithIt() {
        simulator.webhooks().create(simulator.numberId(), "http://127.0.0.1:9/", "*");
        Answer answer = client.call("DELETE", "/numbers/" + simulator.numberId(), null);
        assertThat(answer.text()).isEqualTo("{\"ok\":true}");
        assertThat(client.get("/templates").status()).isEqualTo(401);
        assertThat(simulator.webhooks().list()).isEmpty();
        assertThat(tenant.get("/numbers").body()).hasSize(1);
    }

    @Test
    void whatARemovedNumberHadQueuedFails() {
        simulator.configure(s -> s.with(
                s.lifecycle().withDelays(Duration.ofSeconds(30), Duration.ofSeconds(31), Duration.ofSeconds(32))));
        String id = client.sendText("+5511977770000");
        client.call("DELETE", "/numbers/" + simulator.numberId(), null);
        simulator.clock().advance(Duration.ofMinutes(1));
        assertThat(simulator.messages().find(id).orElseThrow().progress().failure())
                .hasToString("NUMBER_NOT_FOUND_REMOVED");
    }

    @Test
    void aResetBringsARemovedNumberBack() {
        String id = simulator.numberId();
        client.call("DELETE", "/numbers/" + id, null);
        simulator.reset();
        assertThat(simulator.numberId()).isEqualTo(id);
        assertThat(client.get("/templates").status()).isEqualTo(200);
    }

    @Test
    void aMetaNumberShowsItsHealth() {
        JsonNode number =
                tenant.get("/numbers/" + simulator.number(Provider.META).id()).body();
        assertThat(number.at("/health/sendable").booleanValue()).isTrue();
        assertThat(number.at("/meta/phone/display_phone_number").textValue())
                .isEqualTo(simulator.number(Provider.META).e164());
    }

    @ParameterizedTest
    @CsvSource({
        "5511977770000, true, 5511977770000",
        "+551177770000, true, 5511977770000",
        "551133330000, true, 551133330000",
        "+5511900000203, false, ",
        "hello, false, "
    })
    void aPhoneIsLookedUp(String input, boolean exists, String number) {
        JsonNode result = client.call("POST", "/numbers/check", ApiClient.json("number", input))
                .body()
                .at("/results/0");
        assertThat(result.get("exists").booleanValue()).isEqualTo(exists);
        assertThat(result.get("number").textValue()).isEqualTo(number);
    }

    @Test
    void aCustomerWhoWroteIsKnownByName() {
        simulator.inbound().text("+5511977770000", "Hello");
        assertThat(client.call("POST", "/numbers/check", "{\"numbers\":[\"5511977770000\"]}")
                        .body()
                        .at("/results/0/name")
                        .textValue())
                .isEqualTo("Marina");
    }

    @Test
    void aPairingLinkConnectsANumberWithoutAKey() {
        String path = pairing();
        assertThat(anyone.get(path).body().get("state").textValue()).isEqualTo("CLOSE");
        anyone.call("POST", path + "/connect", null);
        simulator.clock().advance(Duration.ofSeconds(2));
        assertThat(anyone.get(path + "/status").body().get("isFullyConnected").booleanValue())
                .isTrue();
    }

    @Test
    void aPairingLinkIsVoidOnceTheNumberWasSeenConnected() {
        String path = pairing();
        anyone.call("POST", path + "/connect", null);
        simulator.clock().advance(Duration.ofSeconds(2));
        assertThat(anyone.call("POST", path + "/connect", null).status()).isEqualTo(409);
        anyone.get(path + "/status");
        assertThat(anyone.get(path).status()).isEqualTo(404);
    }

    @Test
    void aPairingLinkIsVoidAfterADay() {
        String path = pairing();
        simulator.clock().advance(Duration.ofHours(25));
        assertThat(anyone.get(path).status()).isEqualTo(404);
    }

    @Test
    void aSecondLinkMakesANumberDual() {
        String path = pairing();
        String id = simulator.numbers().list().get(2).id();
        tenant.call("POST", "/numbers/" + id + "/upgrade-to-dual", null);
        assertThat(anyone.get(path).body().get("linkMode").textValue()).isEqualTo("DUAL");
    }
}
