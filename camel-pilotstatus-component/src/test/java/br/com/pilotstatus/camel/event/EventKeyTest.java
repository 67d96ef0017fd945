/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventKeyTest {

    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

    @Test
    void anEventOfAMessageIsKnownByItsIdAndState() throws Exception {
        assertThat(key("/hook", "{\"event\":\"message.sent\",\"data\":{\"id\":\"cmq1x7d3k\",\"status\":\"SENT\"}}"))
                .isEqualTo("/hook|message.sent|cmq1x7d3k|SENT");
    }

    @Test
    void theOlderNameOfTheIdCountsToo() throws Exception {
        assertThat(key("/hook", "{\"event\":\"message.sent\",\"data\":{\"internalMessageId\":\"cmq1x7d3k\"}}"))
                .isEqualTo("/hook|message.sent|cmq1x7d3k|SENT");
    }

    @Test
    void whatElseTheEventSaysDoesNotMatter() throws Exception {
        assertThat(key("/hook", "{\"event\":\"message.received\",\"data\":{\"id\":\"cmq1\",\"content\":\"a\"}}"))
                .isEqualTo(
                        key("/hook", "{\"event\":\"message.received\",\"data\":{\"content\":\"b\",\"id\":\"cmq1\"}}"));
    }

    @Test
    void eventsOfTwoPathsDiffer() throws Exception {
        String json = "{\"event\":\"number.removed\",\"data\":{}}";

        assertThat(key("/a", json)).isNotEqualTo(key("/b", json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number.connected", "call.ended", "calls", "message.brand_new", "template.approved"})
    void anyOtherEventIsKnownByItsBytes(String name) throws Exception {
        String monday = "{\"event\":\"" + name + "\",\"data\":{\"id\":\"cmq1\",\"createdAt\":\"2026-08-03\"}}";
        String tuesday = "{\"event\":\"" + name + "\",\"data\":{\"id\":\"cmq1\",\"createdAt\":\"2026-08-04\"}}";

        assertThat(key("/hook", monday)).isEqualTo(key("/hook", monday)).isNotEqualTo(key("/hook", tuesday));
    }

    @Test
    void sameBytesThatDoNotSayWhenAreAnotherEventLater() throws Exception {
        String connected = "{\"event\":\"number.connected\",\"data\":{\"instanceId\":\"n1\"}}";

        assertThat(received(connected, NOON)).isEqualTo(received(connected, NOON.plusSeconds(60)));
        assertThat(received(connected, NOON)).isNotEqualTo(received(connected, NOON.plus(EventKey.SAME_BYTES)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"number.connected\",\"data\":{\"createdAt\":\"2026-08-01T12:00:00.000Z\"}}",
                "{\"event\":\"message.sent\",\"data\":{\"id\":\"cmq1\"}}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[]}"
            })
    void anEventThatIsKnownOtherwiseIsTheSameWheneverItComes(String json) throws Exception {
        assertThat(received(json, NOON)).isEqualTo(received(json, NOON.plusSeconds(86_400)));
    }

    @Test
    void anEventOfAMessageWithoutIdIsKnownByItsBytes() throws Exception {
        assertThat(key("/hook", "{\"event\":\"message.received\",\"data\":{\"content\":\"a\"}}"))
                .isNotEqualTo(key("/hook", "{\"event\":\"message.received\",\"data\":{\"content\":\"b\"}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wamid.HBgNNTUxMTk3Nzc3MDAwMBUCABEYEjAwRkFLRUVYQU1QTEUA",
                "5511977770000",
                "+5511977770000",
                "BR.13491208655302741918",
                "a|b",
                "Olá"
            })
    void anIdThatMayTellAPersonIsHashed(String id) throws Exception {
        assertThat(key("/hook", "{\"event\":\"message.received\",\"data\":{\"id\":\"" + id + "\"}}"))
                .doesNotContain(id)
                .matches("/hook\\|message\\.received\\|sha256:[0-9a-f]{64}\\|");
    }

    @Test
    void aLongScopeGivesAShortKey() throws Exception {
        String json = "{\"event\":\"message.received\",\"data\":{\"id\":\"" + "1".repeat(99) + "\",\"status\":\"?\"}}";

        assertThat(key("/a" + "/hook".repeat(200), json))
                .hasSizeLessThanOrEqualTo(512)
                .isNotEqualTo(key("/b" + "/hook".repeat(200), json));
        assertThat(key("/" + "h".repeat(255), json)).startsWith("/hhh").hasSizeLessThanOrEqualTo(512);
    }

    @Test
    void idsOfHalvedCharactersAreToldApart() throws Exception {
        assertThat(key("/hook", "{\"event\":\"message.received\",\"data\":{\"id\":\"\\ud800\"}}"))
                .isNotEqualTo(key("/hook", "{\"event\":\"message.received\",\"data\":{\"id\":\"\\ud801\"}}"));
    }

    @Test
    void aLongIdGivesAShortKey() throws Exception {
        assertThat(key("/hook", "{\"event\":\"message.received\",\"data\":{\"id\":\"" + "a".repeat(5000) + "\"}}"))
                .hasSizeLessThan(200);
    }

    @Test
    void aStateIsOvertakenByThoseOfHigherRank() throws Exception {
        assertThat(overtakenBy("message.sent"))
                .containsExactly(
                        "/hook|message.failed|cmq1|FAILED",
                        "/hook|message.delivered|cmq1|DELIVERED",
                        "/hook|message.read|cmq1|READ");
        assertThat(overtakenBy("message.failed")).hasSize(2);
        assertThat(overtakenBy("message.read")).isEmpty();
    }

    @Test
    void aDeliveryAfterAFailureIsNotOvertakenByIt() throws Exception {
        assertThat(overtakenBy("message.delivered")).containsExactly("/hook|message.read|cmq1|READ");
    }

    @Test
    void anEventThatReportsNoStateIsNeverOvertaken() throws Exception {
        assertThat(overtakenBy("message.received")).isEmpty();
    }

    private static String received(String json, Instant time) throws MalformedEventException {
        byte[] body = json.getBytes(UTF_8);
        return EventKey.received("/hook", new EventParser().parse(body), body, time)
                .value();
    }

    private static String key(String path, String json) throws MalformedEventException {
        byte[] body = json.getBytes(UTF_8);
        return EventKey.of(path, new EventParser().parse(body), body).value();
    }

    private static List<String> overtakenBy(String name) throws MalformedEventException {
        byte[] body = ("{\"event\":\"" + name + "\",\"data\":{\"id\":\"cmq1\"}}").getBytes(UTF_8);
        return EventKey.of("/hook", new EventParser().parse(body), body).overtakenBy();
    }
}
