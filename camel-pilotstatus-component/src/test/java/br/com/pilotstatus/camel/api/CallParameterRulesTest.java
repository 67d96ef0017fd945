/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the values of parameters are read and checked, over entries of the table. */
class CallParameterRulesTest {

    private final RequestFactory requests = new RequestFactory(new ApiKeys("ps_number", null, "ps_account"));

    private String uri(Operation operation, Map<String, ?> values) {
        return requests.call(operation, values, null).uri();
    }

    private JsonNode body(Operation operation, Map<String, ?> values) throws Exception {
        return Json.read(requests.call(operation, values, null).body());
    }

    private void assertRefused(Operation operation, Map<String, ?> values, String message) {
        assertThatThrownBy(() -> requests.call(operation, values, null))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @Test
    void aTimeMayBeTextOrAnObject() {
        Instant time = Instant.parse("2026-01-02T03:04:05Z");
        for (Object given :
                List.of(time, time.atOffset(ZoneOffset.ofHours(-3)), Date.from(time), "2026-01-02T00:04:05-03:00")) {
            assertThat(uri(Operation.MESSAGES_HISTORY, Map.of("startDate", given)))
                    .isEqualTo("/messages/history?startDate=2026-01-02T03%3A04%3A05Z");
        }
    }

    @Test
    void aPlusThatAUriTurnedIntoASpaceIsStillAnOffset() {
        assertThat(uri(Operation.CALLS_LIST, Map.of("before", "2026-01-02T03:04:05 01:00")))
                .isEqualTo("/calls?before=2026-01-02T02%3A04%3A05Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-01-02T03:04:05", "yesterday"})
    void aTimeWithoutAnOffsetIsRefused(String time) {
        assertRefused(
                Operation.CALLS_LIST,
                Map.of("before", time),
                "'before' must be an ISO 8601 time with an offset, such as 2026-12-24T18:00:00-03:00");
    }

    @Test
    void aRangeOfDatesIsInOrder() {
        assertRefused(
                Operation.CONVERSATIONS_LIST,
                Map.of("startDate", "2026-01-02T00:00:00Z", "endDate", "2026-01-01T00:00:00Z"),
                "'startDate' must not be after endDate");
    }

    @ParameterizedTest
    @CsvSource({"page,0", "page,x", "pageSize,0", "pageSize,101"})
    void pagesAreBounded(String name, String value) {
        assertThatThrownBy(() -> uri(Operation.MESSAGES_UNREAD, Map.of(name, value)))
                .hasMessageStartingWith("'" + name + "' must be a whole number from 1");
    }

    @Test
    void aChoiceIsOneOfTheContract() {
        assertRefused(Operation.ANALYTICS_DASHBOARD, Map.of("period", "1d"), "'period' must be one of 7d, 30d, 90d");
    }

    @Test
    void anAmountIsANumberAboveZero() throws Exception {
        Map<String, Object> topUp = Map.of("purpose", "wallet_topup", "amount", "49.90");
        assertThat(body(Operation.BILLING_CHECKOUT, topUp).path("amount").decimalValue())
                .isEqualByComparingTo("49.90");
        for (Object wrong : List.of("49,90", 0, -1)) {
            assertThatThrownBy(
                            () -> body(Operation.BILLING_CHECKOUT, Map.of("purpose", "wallet_topup", "amount", wrong)))
                    .hasMessageStartingWith("'amount' must be a number above zero");
        }
    }

    @Test
    void aTopUpNeedsAnAmountAndAddingACardDoesNot() throws Exception {
        assertRefused(
                Operation.BILLING_CHECKOUT,
                Map.of("purpose", "wallet_topup"),
                "'amount' is missing: purpose wallet_topup needs it");
        assertThat(body(Operation.BILLING_CHECKOUT, Map.of("purpose", "add_card"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void pairingByQrCodeNeedsNameAndNumberAndMetaDoesNot() throws Exception {
        assertRefused(
                Operation.NUMBERS_REMOTE_PAIRING,
                Map.of("name", "Shop"),
                "'number' is missing: provider PILOT_STATUS needs it");
        assertThat(body(Operation.NUMBERS_REMOTE_PAIRING, Map.of("provider", "META"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aCheckTakesOneNumberOrUpToTwenty() {
        assertThatThrownBy(() -> body(Operation.NUMBERS_CHECK, Map.of()))
                .hasMessageStartingWith("'numbers' must be given, or else number");
        assertThatThrownBy(() -> body(Operation.NUMBERS_CHECK, Map.of("numbers", "1", "number", "2")))
                .hasMessageStartingWith("'numbers' must be given, or else number");
        assertRefused(
                Operation.NUMBERS_CHECK,
                Map.of("numbers", "1,".repeat(20) + "1"),
                "'numbers' must have 1 to 20 entries");
    }

    @Test
    void aGroupIsNamedByItsId() {
        assertThat(uri(Operation.GROUPS_GET, Map.of("groupId", "120363@g.us"))).isEqualTo("/groups/120363%40g.us");
        assertRefused(Operation.GROUPS_GET, Map.of("groupId", "120363"), "'groupId' must end in @g.us");
    }

    @Test
    void nullClearsWhatIsStoredAndAbsenceKeepsIt() throws Exception {
        Map<String, Object> values = new HashMap<>();
        values.put("logoUrl", null);
        values.put("hidePilotStatusBranding", null);
        assertThat(body(Operation.BRANDING_UPDATE, values)).hasToString("{\"logoUrl\":null}");
    }

    @ParameterizedTest
    @CsvSource({"primaryColor,red,must be a color such as #1A2B3C", "companyName,LONG,must have at most 60 characters"})
    void brandingIsWithinItsLimits(String name, String value, String rule) {
        String given = value.equals("LONG") ? "a".repeat(61) : value;
        assertRefused(Operation.BRANDING_UPDATE, Map.of(name, given), "'" + name + "' " + rule);
    }

    @Test
    void anObjectMayBeAMapOrJsonText() throws Exception {
        for (Object hours : List.of(Map.of("status", "ENABLED"), "{\"status\":\"ENABLED\"}")) {
            assertThat(body(Operation.CALLS_SETTINGS_UPDATE, Map.of("call_hours", hours))
                            .at("/call_hours/status")
                            .asText())
                    .isEqualTo("ENABLED");
        }
        assertRefused(
                Operation.CALLS_SETTINGS_UPDATE, Map.of("call_hours", "[1]"), "'call_hours' must be a JSON object");
        assertRefused(
                Operation.CALLS_SETTINGS_UPDATE,
                Map.of("call_hours", "{"),
                "'call_hours' is no valid JSON, or nested too deeply");
    }

    @Test
    void furtherFieldsGoIntoTheBodyWhereTheContractTakesThem() throws Exception {
        assertThat(body(Operation.NUMBERS_META_CREATE, Map.of("metaPhoneId", "1", "wabaId", "2"))
                        .path("wabaId")
                        .asText())
                .isEqualTo("2");
    }

    @Test
    void aCallOfTheAccountUsesItsKey() {
        assertThat(requests.call(Operation.BRANDING_GET, Map.of(), null).headers())
                .isEqualTo(Map.of("x-api-key", "ps_account"));
    }

    @Test
    void aPairingPageTakesNoKey() {
        assertThat(requests.call(Operation.PAIRING_GET, Map.of("token", "t"), null)
                        .headers())
                .isEmpty();
    }
}
