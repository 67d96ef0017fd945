/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static br.com.pilotstatus.camel.receive.WebhookRuntime.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.receive.WebhookRuntime;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views of numbers, calls, groups and channels, and what has no view, over the wire. */
class WebhookViewsTest {

    private static final Map<String, JsonNode> SAMPLES = WebhookSamplesTest.samples();

    private WebhookRuntime runtime;

    @BeforeEach
    void start() throws Exception {
        runtime = WebhookRuntime.toMock();
    }

    @AfterEach
    void stop() {
        runtime.close();
    }

    private WebhookEvent receive(String json) {
        assertAnswer(runtime.event(json), 200);
        return runtime.mock("route").getExchanges().get(0).getMessage().getBody(WebhookEvent.class);
    }

    private WebhookEvent sample(String name) {
        return receive(SAMPLES.get(name).toString());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "v3/number.created, +5511888880000, Support, CREATED, CONNECTING",
                "v3/number.connected, +5511888880000, Support, CONNECTED, OPEN",
                "v3/number.disconnected, +5511888880000, Support, DISCONNECTED, CLOSE",
                "v3/number.removed, +5511888880000, Support, REMOVED, CLOSE",
                "v3/number.health_degraded, +5511888880000, Support, HEALTH_DEGRADED, -",
                "v3/number.health_blocked, +5511888880000, Support, HEALTH_BLOCKED, -",
                "v3/number.health_shadowban, +5511888880000, Support, HEALTH_SHADOWBAN, -",
                "v3/number.recovered, +5511888880000, Support, RECOVERED, -",
                "older/number.connected, 5511888880000, -, CONNECTED, OPEN"
            })
    void theNumberOfASampleIsReadRight(String name, String phone, String given, String change, String state) {
        WebhookEvent event = sample(name);

        assertThat(event.number()).isEqualTo(new EventNumber("cmq0n1x2y0000v8l2numexmpl", phone, given, change, state));
        assertThat(event.call()).isNull();
    }

    @Test
    void aNumberThatWasDisconnectedIsClosedWithoutBeingToldSo() {
        EventNumber number =
                receive("{\"event\":\"number.disconnected\",\"data\":{}}").number();

        assertThat(number).isEqualTo(new EventNumber(null, null, null, "DISCONNECTED", "CLOSE"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "v3/call.ringing, call_01EXAMPLE, wacid.ABGGFAKE, INBOUND, RINGING, -, -, -",
                "v3/call.connected, call_01EXAMPLE, wacid.ABGGFAKE, INBOUND, ACCEPTED, -, -, -",
                "v3/call.ended, call_01EXAMPLE, wacid.ABGGFAKE, INBOUND, COMPLETED, -, 120, order-42",
                "v3/call.missed, call_01EXAMPLE, wacid.ABGGFAKE, INBOUND, FAILED, -, -, -",
                "v3/call.permission_updated, -, -, -, -, TEMPORARY, -, -"
            })
    void theCallOfASampleIsReadRight(
            String name,
            String id,
            String externalId,
            String direction,
            String status,
            String permission,
            Integer seconds,
            String callbackData) {
        WebhookEvent event = sample(name);

        assertThat(event.call())
                .isEqualTo(new EventCall(
                        id, externalId, direction, status, permission, "+5511977770000", seconds, callbackData));
        assertThat(event.number()).isNull();
    }

    @Test
    void thePeerOfACallThatWentOutIsItsRecipient() {
        EventCall call = receive(
                        "{\"event\":\"call.ended\",\"data\":{\"direction\":\"outbound\",\"from\":\"+1\",\"to\":\"+2\"}}")
                .call();

        assertThat(call.peerNumber()).isEqualTo("+2");
        assertThat(call.direction()).isEqualTo("OUTBOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3/message.group", "older/message.group"})
    void theNameOfAGroupIsReadRight(String name) {
        assertThat(sample(name).groupName()).isEqualTo("Store team");
    }

    @Test
    void theNameOfAChannelIsReadRight() {
        assertThat(sample("v3/message.newsletter").newsletterName()).isEqualTo("Store news");
    }

    @Test
    void aChannelWithoutANameHasNone() {
        assertThat(sample("older/message.newsletter").newsletterName()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3/message.reply", "older/message.reply", "v3/message.sent", "older/message.sent"})
    void aReplyIsJoinedToItsMessage(String name) {
        assertThat(sample(name).correlationId()).isEqualTo("5d0b1a52-7a35-4f0c-9a0e-2f6f0a9be001");
    }

    @Test
    void theReasonOfAFailureIsReadRight() {
        assertThat(sample("older/message.failed").errorMessage()).isEqualTo("Number not on WhatsApp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction", "location", "contacts"})
    void whatCannotBeFetchedIsNoMedia(String type) {
        WebhookEvent event =
                receive("{\"event\":\"message.received\",\"data\":{\"id\":\"cmq1\",\"mediaType\":\"" + type + "\"}}");

        assertThat(event.media()).isNull();
        assertThat(event.type()).isEqualTo(type);
    }

    @Test
    void mediaIsOfTheTypeOfTheMessageWhenItSaysNone() {
        WebhookEvent event = receive("{\"event\":\"message.received\",\"data\":{\"id\":\"cmq1\",\"type\":\"audio\","
                + "\"mediaLink\":\"https://media.example.com/a\"}}");

        assertThat(event.media().type()).isEqualTo("audio");
    }

    @Test
    void aReferralIsReadFlatOrWrapped() throws Exception {
        String fields = "\"sourceType\":\"ad\",\"sourceId\":\"120\",\"adName\":\"Sale\"";
        for (String json : List.of("{" + fields + ",\"id\":\"r1\"}", "{\"id\":\"r1\",\"referral\":{" + fields + "}}")) {
            Referral referral = Json.mapper().readValue(json, Referral.class);
            assertThat(referral.sourceId()).isEqualTo("120");
            assertThat(referral.adName()).isEqualTo("Sale");
            assertThat(referral.additional()).containsEntry("id", "r1");
        }
    }

    @Test
    void anEventThatIsNotKnownArrivesWhole() throws Exception {
        String json =
                "{\"event\":\"template.approved\",\"version\":4,\"data\":{\"id\":\"t1\",\"deep\":{\"a\":[1,null,\"é\"]}}}";

        WebhookEvent event = receive(json);

        assertThat(event.json()).isEqualTo(json);
        assertThat(Json.mapper().<JsonNode>valueToTree(event))
                .isEqualTo(Json.mapper().readTree(json));
        assertThat(event.number()).isNull();
        assertThat(event.call()).isNull();
    }

    @Test
    void theViewsPrintNothingPersonal() {
        assertThat(sample("v3/call.ended").call()).asString().doesNotContain("97777", "order-42");
    }

    @Test
    void aNumberPrintsNothingPersonal() {
        assertThat(sample("v3/number.connected").number()).asString().doesNotContain("88888", "Support");
    }
}
