/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventTest {

    @Test
    void unknownFieldsAreKept() {
        assertThat(event("{\"event\":\"message.sent\",\"data\":{\"novelty\":{\"a\":[1,true,null]}}}")
                        .data())
                .containsEntry("novelty", Map.of("a", Arrays.asList(1, true, null)));
    }

    @Test
    void anUnknownEventIsKept() {
        WebhookEvent event = event("{\"event\":\"template.approved\",\"data\":{\"id\":\"t1\"}}");

        assertThat(event.name()).isEqualTo("template.approved");
        assertThat(event.id()).isEqualTo("t1");
        assertThat(event.messageId()).isNull();
        assertThat(event.status()).isNull();
    }

    @Test
    void dataThatIsNoObjectIsKept() {
        assertThat(event("{\"event\":\"calls\",\"data\":[{\"id\":\"c1\"}]}").data())
                .containsEntry("data", List.of(Map.of("id", "c1")));
    }

    @Test
    void fieldsBesideTheNameAreTheDataWhenNothingWrapsThem() {
        assertThat(event("{\"event\":\"calls\",\"id\":\"c1\"}").data()).isEqualTo(Map.of("id", "c1"));
    }

    @Test
    void aNumberKeepsItsLastDigit() throws JsonProcessingException {
        String json = "{\"event\":\"x\",\"data\":{\"a\":0.12345678901234567890,\"b\":1E+400,\"c\":10.50}}";

        assertThat(event(json).data())
                .containsEntry("a", new BigDecimal("0.12345678901234567890"))
                .containsEntry("b", new BigDecimal("1E+400"))
                .containsEntry("c", new BigDecimal("10.50"));
        assertThat(Json.mapper().writeValueAsString(event(json))).isEqualTo(json);
    }

    @Test
    void theDataCannotBeChanged() {
        Map<String, Object> data =
                event("{\"event\":\"x\",\"data\":{\"list\":[{}]}}").data();

        assertThatThrownBy(() -> data.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) ((List<?>) data.get("list")).get(0)).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEmptyFieldSaysNothing() {
        WebhookEvent event =
                event("{\"event\":\"message.received\",\"data\":{\"content\":\"\",\"mediaCaption\":\"Receipt\"}}");

        assertThat(event.text()).isEqualTo("Receipt");
    }

    @Test
    void aStatusEventWithoutStatusReportsItsName() {
        WebhookEvent event = event("{\"event\":\"message.delivered\",\"data\":{}}");

        assertThat(event.status()).isEqualTo("DELIVERED");
        assertThat(event.statusRank()).isEqualTo(4);
    }

    @Test
    void aTimeWithOffsetIsAnInstant() {
        assertThat(event("{\"event\":\"x\",\"data\":{\"createdAt\":\"2026-08-01T10:00:05-03:00\"}}")
                        .createdAt())
                .isEqualTo(Instant.parse("2026-08-01T13:00:05Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "1785596409", "null", "{}", "\"2026-08-01\""})
    void aTimeThatCannotBeReadIsNone(String time) {
        assertThat(event("{\"event\":\"x\",\"data\":{\"createdAt\":" + time + "}}")
                        .createdAt())
                .isNull();
    }

    @Test
    void aFieldOfTheWrongShapeSaysNothing() {
        WebhookEvent event =
                event("{\"event\":\"message.received\",\"data\":{\"from\":{\"phone\":\"1\"},\"content\":[1]}}");

        assertThat(event.from()).isNull();
        assertThat(event.text()).isNull();
    }

    @Test
    void itsTextIsMasked() {
        WebhookEvent event = event("{\"event\":\"message.received\",\"data\":{\"from\":\"+5511977770000\","
                + "\"content\":\"Hello\",\"mediaLink\":\"https://media.example.com/a\"}}");

        assertThat(event).hasToString("WebhookEvent[name=message.received, data=xxxxxx]");
        assertThat(event.media()).asString().doesNotContain("example");
    }

    @Test
    void jacksonWritesItAsReceived() throws JsonProcessingException {
        String json = "{\"event\":\"message.sent\",\"extra\":1,\"data\":{\"id\":\"a\",\"messageId\":null}}";

        assertThat(Json.mapper().writeValueAsString(event(json))).isEqualTo(json);
    }

    @Test
    void jacksonReadsBackWhatItWrote() throws JsonProcessingException {
        WebhookEvent event = event("{\"event\":\"message.sent\",\"data\":{\"id\":\"a\"}}");

        assertThat(Json.mapper().readValue(Json.mapper().writeValueAsString(event), WebhookEvent.class))
                .isEqualTo(event);
    }

    private static WebhookEvent event(String json) {
        try {
            return WebhookEvent.of(Json.mapper().readTree(json), json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
