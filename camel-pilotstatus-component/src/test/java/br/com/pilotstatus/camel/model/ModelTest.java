/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static <T> T read(Class<T> type, String json) throws Exception {
        return Json.mapper().readValue(json, type);
    }

    @Test
    void unknownFieldsAreKeptAndWrittenAgain() throws Exception {
        String json = "{\"id\":\"a\",\"status\":\"QUEUED\",\"shard\":{\"n\":7}}";
        MessageAccepted accepted = read(MessageAccepted.class, json);
        assertThat(accepted.additional()).isEqualTo(Map.of("shard", Map.of("n", 7)));
        JsonNode written = Json.mapper().valueToTree(accepted);
        assertThat(written.at("/shard/n").asInt()).isEqualTo(7);
        assertThat(written.has("additional")).isFalse();
    }

    @Test
    void aTimeThatCannotBeReadSpoilsNothing() throws Exception {
        MessageState state = read(
                MessageState.class,
                "{\"id\":\"a\",\"createdAt\":\"2026-08-01T12:00:00.000Z\",\"sentAt\":\"later\",\"readAt\":{}}");
        assertThat(state.createdAt()).isEqualTo(Instant.parse("2026-08-01T12:00:00Z"));
        assertThat(state.sentAt()).isNull();
        assertThat(state.readAt()).isNull();
        assertThat(state.id()).isEqualTo("a");
    }

    @Test
    void aCancellationThatNamesTheMessagesIsRead() throws Exception {
        CancelResult result = read(
                CancelResult.class, "{\"cancelled\":[\"a\",\"b\"],\"failed\":[{\"id\":\"c\",\"reason\":\"sent\"}]}");
        assertThat(result.cancelled()).containsExactly("a", "b");
        assertThat(result.failed()).containsExactly(new CancelResult.Failed("c", "sent"));
        assertThat(result.cancelledCount()).isEqualTo(2);
        assertThat(result.failedCount()).isEqualTo(1);
    }

    @Test
    void aCancellationThatOnlyCountsIsRead() throws Exception {
        CancelResult result = read(CancelResult.class, "{\"cancelled\":2,\"notFound\":1}");
        assertThat(result).isEqualTo(new CancelResult(List.of(), List.of(), 2, 1));
    }

    @Test
    void aMessageIsWrittenWithoutItsAbsentParts() throws Exception {
        SendMessage message = SendMessage.builder()
                .to("+5511988887777")
                .templateId("welcome")
                .variable("name", "Ana")
                .markRead(false)
                .additional("future", 1)
                .build();
        assertThat(Json.mapper().writeValueAsString(message))
                .isEqualTo("{\"destinationNumber\":\"+5511988887777\",\"templateId\":\"welcome\","
                        + "\"variables\":{\"name\":\"Ana\"},\"markRead\":false,\"future\":1}");
    }

    @Test
    void whatIsPrintedShowsNeitherPeopleNorTexts() throws Exception {
        String secret = "s3cr3t";
        List<Object> all = List.of(
                SendMessage.builder().to(secret).text(secret).build(),
                read(MessageState.class, "{\"id\":\"a\",\"destinationNumber\":\"" + secret + "\"}"),
                read(MessageAccepted.class, "{\"id\":\"a\",\"sourceNumber\":\"" + secret + "\"}"),
                read(Webhook.class, "{\"id\":\"a\",\"url\":\"https://x/?token=" + secret + "\"}"),
                read(WebhookLog.class, "{\"event\":\"a\",\"payload\":{\"text\":\"" + secret + "\"}}"),
                read(Template.class, "{\"id\":\"a\",\"body\":\"" + secret + "\"}"),
                new Button("a", secret));
        assertThat(all).allSatisfy(value -> assertThat(value.toString()).doesNotContain(secret));
    }
}
