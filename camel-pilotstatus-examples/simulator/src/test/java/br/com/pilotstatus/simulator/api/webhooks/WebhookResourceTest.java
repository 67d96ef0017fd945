/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.params.provider.ValueSource;

class WebhookResourceTest {

    private static final String URL = "http://127.0.0.1:9/hook";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient tenant = client.with("x-api-key", simulator.accountKey());
    private final String metaId = simulator.number(Provider.META).id();

    private Answer create(ApiClient as, String more) {
        return as.call("POST", "/webhooks", "{\"url\":\"" + URL + "\"" + more + "}");
    }

    private String created(ApiClient as, String more) {
        return create(as, more).body().get("id").textValue();
    }

    @Test
    void aWebhookOfANumberKeyBelongsToItsNumber() {
        JsonNode webhook = create(client, ",\"events\":[\"*\"]").body();
        assertThat(webhook.at("/whatsappNumberIds/0").textValue()).isEqualTo(simulator.numberId());
        assertThat(webhook.get("active").booleanValue()).isTrue();
    }

    @Test
    void aNumberKeyCannotCreateForAnotherNumber() {
        Answer answer = create(client, ",\"whatsappNumberId\":\"" + metaId + "\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("NUMBER_MISMATCH");
    }

    @Test
    void aTenantKeyMustNameTheNumber() {
        Answer answer = create(tenant, "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("NUMBER_REQUIRED");
    }

    @Test
    void aTenantKeyNamesTheNumberInTheBody() {
        JsonNode webhook =
                create(tenant, ",\"whatsappNumberId\":\"" + metaId + "\"").body();
        assertThat(webhook.at("/whatsappNumberIds/0").textValue()).isEqualTo(metaId);
    }

    @Test
    void aTenantKeyNamesTheNumberInTheHeader() {
        JsonNode webhook =
                create(tenant.with("x-whatsapp-number-id", metaId), "").body();
        assertThat(webhook.at("/whatsappNumberIds/0").textValue()).isEqualTo(metaId);
    }

    @Test
    void eventsTheProviderCannotEmitAreDropped() {
        JsonNode webhook =
                create(client, ",\"events\":[\"calls\",\"message.sent\"]").body();
        assertThat(webhook.get("events")).hasToString("[\"message.sent\"]");
    }

    @Test
    void anUnknownEventIsRefused() {
        assertThat(create(client, ",\"events\":[\"message.exploded\"]").code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void withoutEventsNothingIsDelivered() {
        create(client, "");
        assertThat(simulator.inbound().text("+5511977770000", "Hello").webhooks())
                .isZero();
    }

    @Test
    void aTenantKeySeesTheWebhooksOfAllNumbers() {
        String one = created(client, "");
        String other = created(tenant, ",\"whatsappNumberId\":\"" + metaId + "\"");
        assertThat(tenant.get("/webhooks").body().findValuesAsText("id")).contains(one, other);
    }

    @Test
    void aNumberKeySeesItsOwnOnly() {
        created(tenant, ",\"whatsappNumberId\":\"" + metaId + "\"");
        assertThat(client.get("/webhooks").body()).isEmpty();
    }

    @Test
    void anotherNumbersWebhookIsNotFound() {
        String other = created(tenant, ",\"whatsappNumberId\":\"" + metaId + "\"");
        assertThat(client.get("/webhooks/" + other).code()).isEqualTo("WEBHOOK_NOT_FOUND");
    }

    @Test
    void anUpdateReplacesTheEventsAndLeavesTheRest() {
        String id = created(client, ",\"name\":\"orders\",\"events\":[\"message.sent\",\"message.read\"]");
        JsonNode changed = client.call("PATCH", "/webhooks/" + id, "{\"events\":[\"message.failed\"]}")
                .body();
        assertThat(changed.get("events")).hasToString("[\"message.failed\"]");
        assertThat(changed.get("name").textValue()).isEqualTo("orders");
        assertThat(changed.get("url").textValue()).isEqualTo(URL);
    }

    @Test
    void aDeletedWebhookIsGone() {
        String id = created(client, "");
        assertThat(client.call("DELETE", "/webhooks/" + id, null).status()).isEqualTo(204);
        assertThat(client.get("/webhooks/" + id).status()).isEqualTo(404);
    }

    @Test
    void theLogsShowTheLatestAttemptFirst() {
        String id = created(client, ",\"events\":[\"*\"]");
        simulator.inbound().text("+5511977770000", "one");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> simulator.webhooks().attempts().size() == 1);
        simulator.inbound().text("+5511977770000", "two");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> simulator.webhooks().attempts().size() >= 2);
        JsonNode logs = client.get("/webhooks/" + id + "/logs?limit=1").body();
        assertThat(logs).hasSize(1);
        assertThat(logs.at("/0/payload/data/content").textValue()).isEqualTo("two");
        assertThat(logs.at("/0/status").textValue()).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/hook",
                "https://10.0.0.1/hook",
                "http://169.254.169.254/latest",
                "http://localhost.example.com/",
                "http://127.0.0.1@example.com/",
                "http://0x7f000001/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "127.0.0.1/hook"
            })
    void aTargetOutsideThisMachineIsRefused(String url) {
        Answer answer = client.call("POST", "/webhooks", ApiClient.json("url", url));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9/", "http://127.0.0.2:9/", "https://[::1]:9/"})
    void thisMachineIsAllowedWithoutHttps(String url) {
        assertThat(client.call("POST", "/webhooks", ApiClient.json("url", url)).status())
                .isEqualTo(201);
    }

    @Test
    void otherMachinesNeedTheSettingAndHttps() {
        simulator.configure(s -> s.with(s.delivery().withAllowRemoteTargets(true)));
        assertThat(client.call("POST", "/webhooks", ApiClient.json("url", "https://example.com/"))
                        .status())
                .isEqualTo(201);
        assertThat(client.call("POST", "/webhooks", ApiClient.json("url", "http://example.com/"))
                        .text())
                .contains("must be https");
    }

    @Test
    void theGuardHoldsForWebhooksMadeWhileItWasOff() {
        simulator.configure(s -> s.with(s.delivery().withAllowRemoteTargets(true)));
        simulator.webhooks().create(simulator.numberId(), "https://example.com/", "*");
        simulator.configure(s -> s.with(s.delivery().withAllowRemoteTargets(false)));
        simulator.inbound().text("+5511977770000", "Hello");
        assertThat(simulator
                        .webhooks()
                        .awaitAttempt(a -> true, Duration.ofSeconds(5))
                        .error())
                .contains("must point to this machine");
    }
}
