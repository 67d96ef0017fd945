/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.calls;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import br.com.pilotstatus.simulator.support.Receiver;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallTest {

    private static final String CUSTOMER = "+5511977770000";
    private static final String OFFER = "{\"to\":\"" + CUSTOMER + "\",\"sdp\":\"v=0\"}";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final String metaId = simulator.number(Provider.META).id();
    private final ApiClient client = ApiClient.of(simulator);
    private final ApiClient meta = ApiClient.ofMeta(simulator);

    private String started() {
        return client.call("POST", "/calls", "{\"to\":\"" + CUSTOMER + "\",\"bizOpaqueCallbackData\":\"order-42\"}")
                .body()
                .get("id")
                .textValue();
    }

    private String ringing() {
        String id = simulator.calls(metaId).newCall();
        simulator.calls(metaId).ringing(id, CUSTOMER);
        return id;
    }

    private static String status(ApiClient as, String id) {
        return as.get("/calls/" + id).body().get("status").textValue();
    }

    @Test
    void aCallToACustomerRingsAndIsAnswered() {
        simulator.configure(s -> s.with(s.resources().withCalls(Duration.ofSeconds(10), Duration.ofSeconds(20))));
        String id = started();
        assertThat(status(client, id)).isEqualTo("INITIATED");
        simulator.clock().advance(Duration.ofSeconds(11));
        assertThat(status(client, id)).isEqualTo("RINGING");
        simulator.clock().advance(Duration.ofSeconds(10));
        assertThat(status(client, id)).isEqualTo("ACCEPTED");
    }

    @Test
    void hangingUpCompletesTheCallAndTellsItsDuration() {
        String id = started();
        simulator.clock().advance(Duration.ofSeconds(61));
        client.call("POST", "/calls/" + id + "/terminate", null);
        JsonNode call = client.get("/calls/" + id).body();
        assertThat(call.get("status").textValue()).isEqualTo("COMPLETED");
        assertThat(call.get("durationSeconds").intValue()).isBetween(59, 61);
    }

    @Test
    void hangingUpBeforeTheAnswerFailsTheCall() {
        simulator.configure(s -> s.with(s.resources().withCalls(Duration.ofHours(1), Duration.ofHours(1))));
        String id = started();
        client.call("POST", "/calls/" + id + "/terminate", null);
        assertThat(status(client, id)).isEqualTo("FAILED");
    }

    @Test
    void webhooksAreToldOfEveryStep() throws IOException {
        try (Receiver receiver = new Receiver()) {
            simulator.webhooks().create(simulator.numberId(), receiver.url(), "*");
            String id = started();
            simulator.clock().advance(Duration.ofSeconds(2));
            client.call("POST", "/calls/" + id + "/terminate", null);
            for (String event : new String[] {"call.ringing", "call.connected", "call.ended"}) {
                String payload = simulator
                        .webhooks()
                        .awaitAttempt(a -> a.event().equals(event), Duration.ofSeconds(5))
                        .payload();
                assertThat(payload).contains(id, "\"direction\":\"OUTBOUND\"");
            }
        }
    }

    @Test
    void anInboundCallIsAcceptedWithItsAnswer() {
        String id = ringing();
        meta.call("POST", "/calls/" + id + "/pre-accept", "{\"sdp\":\"early\"}");
        meta.call("POST", "/calls/wacid." + id + "/accept", "{\"sdp\":\"v=0 answer\"}");
        JsonNode call = meta.get("/calls/" + id + "?includeSdp=1").body();
        assertThat(call.get("status").textValue()).isEqualTo("ACCEPTED");
        assertThat(call.get("sdpAnswer").textValue()).isEqualTo("v=0 answer");
    }

    @Test
    void aRejectedCallCannotBeAccepted() {
        String id = ringing();
        meta.call("POST", "/calls/" + id + "/reject", null);
        Answer answer = meta.call("POST", "/calls/" + id + "/accept", "{\"sdp\":\"v=0\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(status(meta, id)).isEqualTo("REJECTED");
    }

    @Test
    void callsAreListedNewestFirstWithACursor() {
        String first = started();
        simulator.clock().advance(Duration.ofSeconds(5));
        String second = started();
        JsonNode newest = client.get("/calls?limit=1").body().at("/calls/0");
        assertThat(newest.get("id").textValue()).isEqualTo(second);
        JsonNode older = client.get("/calls?before=" + newest.get("createdAt").textValue())
                .body();
        assertThat(older.get("calls").findValuesAsText("id")).containsExactly(first);
    }

    @Test
    void aMetaNumberCallsOnlyWithPermission() {
        assertThat(meta.call("POST", "/calls", OFFER).code()).isEqualTo("META_CALL_PERMISSION_REQUIRED");
        simulator.calls(metaId).permission(CUSTOMER, "TEMPORARY");
        assertThat(meta.call("POST", "/calls", OFFER).status()).isEqualTo(201);
        simulator.clock().advance(Duration.ofDays(8));
        assertThat(meta.call("POST", "/calls", OFFER).code()).isEqualTo("META_CALL_PERMISSION_REQUIRED");
    }

    @Test
    void permissionIsAskedForInsideTheWindow() {
        String request = "{\"to\":\"" + CUSTOMER + "\"}";
        assertThat(meta.call("POST", "/calls/permissions/request", request).status())
                .isEqualTo(400);
        simulator.inbound(metaId).text(CUSTOMER, "Hello");
        assertThat(meta.call("POST", "/calls/permissions/request", request).status())
                .isEqualTo(201);
        JsonNode permission = meta.get("/calls/permissions?to=%2B5511977770000").body();
        assertThat(permission.at("/permission/status").textValue()).isEqualTo("no_permission");
        assertThat(permission.at("/actions/0/limits/0/current_usage").intValue())
                .isEqualTo(1);
    }

    @Test
    void soundIsForUnofficialNumbersOnly() {
        String id = ringing();
        Answer answer = meta.call("POST", "/calls/" + id + "/realtime-session", "{\"mode\":\"talk\"}");
        assertThat(answer.code()).isEqualTo("FEATURE_NOT_SUPPORTED");
    }

    @Test
    void settingsAreChangedInPart() {
        meta.call("PUT", "/calls/settings", "{\"call_hours\":{\"status\":\"ENABLED\",\"timezone_id\":\"UTC\"}}");
        meta.call("PUT", "/calls/settings", "{\"call_hours\":{\"status\":\"DISABLED\"}}");
        JsonNode settings = meta.get("/calls/settings").body();
        assertThat(settings.get("call_hours")).hasToString("{\"status\":\"DISABLED\"}");
        assertThat(settings.get("status").textValue()).isEqualTo("ENABLED");
    }
}
